"""Certificates of conduct of the management: given by the school, looked at by staff, asked every year."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Certificate
from keurmerk.certification.service import cases
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.reporting.enums import VogState
from keurmerk.reporting.models import Manager, Vog
from keurmerk.reporting.queries.statements import held_certificates
from keurmerk.reporting.queries.vogs import VogLine, lines_of
from keurmerk.reporting.service import tasks
from keurmerk.reporting.service.telling import tell_school
from rulebook.application.vog import FAULT_WORDS, SOURCE, VogFault, faults
from rulebook.application.vog import Vog as SeenVog

TITLE = "VOG van het Management"
ASKED_AHEAD = timedelta(days=30)
FIRST_WITHIN = timedelta(weeks=4)
NEVER_COUNTS = frozenset({VogFault.TENDER, VogFault.PROFILE, VogFault.FUTURE})
"""What the school can see itself; an older one or another name is for staff to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What stands on the certificate, typed over."""

    issued_on: date
    profile: str
    name: str

    def as_rule(self) -> SeenVog:
        return SeenVog(issued_on=self.issued_on, profile=self.profile, name=self.name)


@journaled
def give_vog(manager: Manager, given: Given, file: ExaminedFile, *, by: User, today: date) -> Vog:
    """Keep it for staff to look at. The same file once more is the one of then."""
    certificate = _hold(manager.school)
    wrong = [each for each in faults(given.as_rule(), manager.as_rule(), today) if each in NEVER_COUNTS]
    if wrong:
        raise refuse(wrong[0].value, FAULT_WORDS[wrong[0]], SOURCE)
    if not given.name.strip():
        raise refuse("naam", "Vul de naam in die op de VOG staat.", SOURCE)
    case = _case(certificate, manager, today)
    paper = cases.put_file(case, file, title=TITLE, kind=DocumentKind.EVIDENCE, for_school=False, added_by=by)
    if (same := Vog.objects.filter(document=paper.document).first()) is not None:
        return same
    vog = Vog.objects.create(
        manager=manager,
        issued_on=given.issued_on,
        profile=given.profile,
        name=" ".join(given.name.split()),
        document=paper.document,
        given_on=today,
        given_by=by,
        task=tasks.for_scheme(
            case,
            tasks.LOOK_AT_VOG,
            f"Bekijk de VOG van een lid van het Management: {manager.function}.",
            source=SOURCE,
            today=today,
        ),
    )
    tasks.done(tasks.open_with(case, tasks.code_of_manager(manager.pk)), by=by, today=today)
    payload = {"issued": given.issued_on.isoformat()}
    journal.record(actor=by, kind="vog.given", subject=vog, payload=payload)
    return vog


@journaled
def judge_vog(vog_id: int, seen: Given, *, agrees: bool, remark: str, by: User, today: date) -> Vog:
    """What staff saw counts from here on. One that does not count cannot be confirmed."""
    vog = _held_vog(vog_id)
    if vog.state != VogState.GIVEN:
        return vog
    found = faults(seen.as_rule(), vog.manager.as_rule(), today)
    never = [each for each in found if each in NEVER_COUNTS]
    if agrees and never:
        raise refuse(never[0].value, FAULT_WORDS[never[0]], SOURCE)
    if not agrees and not remark.strip():
        raise refuse("leeg", "Schrijf op wat er niet goed is. De school leest dit.", SOURCE)
    if agrees and VogFault.OTHER_NAME in found and not remark.strip():
        text = (
            "De naam op de VOG is een andere. Schrijf bij de opmerking waarom het toch dezelfde persoon is."
        )
        raise refuse("naam", text, SOURCE)
    vog.issued_on, vog.profile, vog.name = seen.issued_on, seen.profile, " ".join(seen.name.split())
    vog.state = VogState.CONFIRMED if agrees else VogState.REFUSED
    vog.judged_on, vog.judged_by, vog.remark = today, by, remark.strip()
    vog.save()
    case = vog.task.case
    tasks.done(vog.task, by=by, today=today)
    kind = "vog.confirmed" if agrees else "vog.refused"
    journal.record(actor=by, kind=kind, subject=vog, payload={"issued": vog.issued_on.isoformat()})
    if not agrees:
        _ask(case, vog.manager, due=today + FIRST_WITHIN)
        context = {"function": vog.manager.function, "due": today + FIRST_WITHIN}
        tell_school(case, "school_vog_refused", context, key=f"vog:{vog.public_id}:refused")
    tasks.close_when_empty(case, closed_by=by, today=today)
    return vog


def ask_all(today: date) -> int:
    """Of every holder; returns how many certificates were asked. Again asks nothing more."""
    return sum(ask_for(certificate, today=today) for certificate in held_certificates())


@journaled
def ask_for(certificate: Certificate, *, today: date) -> int:
    """A task for each member of the management without a certificate, or whose next one comes due."""
    held = Certificate.objects.select_for_update(no_key=True).select_related("school").get(pk=certificate.pk)
    if held.state_.held is None:
        return 0
    wanted = [(line, due) for line in lines_of(held.school, today) if (due := _due(line, today)) is not None]
    asked = [pair for pair in wanted if not _is_asked(held, pair[0].manager)]
    for line, due in asked:
        _ask(_case(held, line.manager, today), line.manager, due=due)
    return len(asked)


def _due(line: VogLine, today: date) -> date | None:
    """Until when the next certificate is asked; None while there is nothing to ask."""
    if not line.owed:
        return None
    if line.newest is None:
        return today + FIRST_WITHIN
    due = line.newest.renew_by
    return max(due, today) if due - ASKED_AHEAD <= today else None


def _ask(case: Case, manager: Manager, *, due: date) -> None:
    tasks.for_school(
        case,
        tasks.code_of_manager(manager.pk),
        f"Lever een nieuwe VOG van een lid van het Management aan: {manager.function}.",
        source=SOURCE,
        due=due,
    )


def _is_asked(certificate: Certificate, manager: Manager) -> bool:
    open_ones = Q(tasks__code=tasks.code_of_manager(manager.pk), tasks__done_on=None, tasks__ended_on=None)
    return certificate.cases.filter(open_ones).exists()


def _case(certificate: Certificate, manager: Manager, today: date) -> Case:
    """Where this certificate was asked; else the running one for certificates; else a new one."""
    running = certificate.cases.filter(closed_on=None, kind=CaseKind.REPORT)
    asked = running.filter(tasks__code=tasks.code_of_manager(manager.pk), tasks__done_on=None).first()
    return (
        asked
        or running.filter(title=TITLE).first()
        or cases.open_case(certificate, CaseKind.REPORT, title=TITLE, opened_by=None, today=today)
    )


def _hold(school: School) -> Certificate:
    return Certificate.objects.select_for_update(no_key=True).get(pk=certificate_of(school).pk)


def _held_vog(vog_id: int) -> Vog:
    found = Vog.objects.select_for_update(no_key=True, of=("self",))
    return found.select_related("manager__school", "task__case__school").get(pk=vog_id)
