"""Seven fictional schools on their way to the mark, each a step further."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.applications.enums import Aspect, TalkState
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service import agreements, assessing, chances, inquiring
from keurmerk.demo.applicants.applicant import Applicant
from keurmerk.demo.applicants.filing import agree, fill_in, hand_in, judge, sign
from keurmerk.demo.lives import days
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import CertificateKind, MembershipFunction
from keurmerk.organisations.models import School


@dataclass
class Stage:
    """One applicant, its account and the member of staff who handles it, `ago` days before today."""

    applicant: Applicant
    school: School
    member: User
    staff: User
    today: date

    def at(self, ago: int) -> datetime:
        return days.noon(self.today - timedelta(days=ago))


def to_sign(stage: Stage) -> None:
    """Invited, with one agreement signed and one to go."""
    agreements.offer(stage.school, today=stage.at(6).date())
    first = Agreement.objects.filter(school=stage.school).order_by("kind")[0]
    sign(stage.applicant, first, member=stage.member, now=stage.at(5))


def half_filled(stage: Stage) -> None:
    """The draft to try out: what is there is right, the plans are still to come."""
    application = agree(
        stage.applicant, stage.school, member=stage.member, staff=stage.staff, now=stage.at(12)
    )
    pages = ("onderneming", "vestigingen", "management", "netwerk", "privacy")
    fill_in(application, stage.applicant, member=stage.member, now=stage.at(2), pages=pages)


def handed_in(stage: Stage) -> None:
    _filed(stage, agreed=20, filed=3)


def to_complete(stage: Stage) -> None:
    """Asked to complete; the term of the law stands still."""
    application = _filed(stage, agreed=40, filed=20)
    wrong = {
        ("klachten", Aspect.COMPLETENESS): "Er staat niet in binnen welke termijn u een klacht afhandelt.",
        ("docenten", Aspect.COMPLETENESS): "De intentieverklaring is niet ondertekend.",
    }
    judge(application, by=stage.staff, today=stage.at(15).date(), wrong=wrong)
    until = stage.today + timedelta(days=14)
    assessing.ask_completion(application.pk, until=until, by=stage.staff, now=stage.at(14))


def improved(stage: Stage) -> None:
    """Improved its teaching plan; the improvement waits for a judgement."""
    application = _filed(stage, agreed=70, filed=50)
    wrong = {
        ("onderwijsplan", Aspect.CONTENT): "Het plan zegt niet hoe u met meer niveaus in een groep omgaat."
    }
    judge(application, by=stage.staff, today=stage.at(45).date(), wrong=wrong)
    assessing.declare_complete(application.pk, by=stage.staff, today=stage.at(45).date())
    until = stage.today + timedelta(days=10)
    assessing.ask_improvement(application.pk, until=until, by=stage.staff, now=stage.at(30))
    chances.answer_chance(application.pk, by=stage.member, now=stage.at(4))


def to_decide(stage: Stage) -> None:
    """All judged, inquiry clear, intake talk held: only the decision is left."""
    application = _filed(stage, agreed=60, filed=45)
    judge(application, by=stage.staff, today=stage.at(40).date())
    assessing.declare_complete(application.pk, by=stage.staff, today=stage.at(40).date())
    _inquired(stage, application.pk, ago=30)
    talk = inquiring.invite_to_talk(
        application.pk,
        at=stage.at(10),
        place="Blik op Werk, Utrecht",
        interpreter="",
        by=stage.staff,
        now=stage.at(24),
    )
    inquiring.report_talk(
        talk,
        TalkState.HELD,
        report="De directeur lichtte de begroting en het onderwijsplan toe. Er zijn geen vragen meer.",
        present=f"{stage.applicant.director}; {stage.staff.name}",
        concern=False,
        by=stage.staff,
        today=stage.at(10).date(),
    )


def tied(stage: Stage) -> None:
    """Complete, and tied to a holder: the inquiry has to find out what that means."""
    application = _filed(stage, agreed=50, filed=30)
    judge(application, by=stage.staff, today=stage.at(25).date())
    assessing.declare_complete(application.pk, by=stage.staff, today=stage.at(25).date())


def _filed(stage: Stage, *, agreed: int, filed: int) -> Application:
    application = agree(
        stage.applicant, stage.school, member=stage.member, staff=stage.staff, now=stage.at(agreed)
    )
    fill_in(application, stage.applicant, member=stage.member, now=stage.at(filed))
    return hand_in(application, stage.applicant, member=stage.member, now=stage.at(filed))


def _inquired(stage: Stage, application_id: int, *, ago: int) -> None:
    for source, finding in (
        ("Handelsregister", "Inschrijving en bestuurder komen overeen met de aanvraag."),
        ("Centraal Insolventieregister", "Geen vermelding."),
        ("Eigen register", "Geen band met een huidige of vroegere Keurmerkhouder."),
    ):
        inquiring.note_source(
            application_id,
            about=stage.applicant.director,
            source=source,
            finding=finding,
            concern=False,
            by=stage.staff,
            today=stage.at(ago).date(),
        )
    inquiring.close_inquiry(
        application_id,
        clear=True,
        conclusion="De bronnen geven geen reden tot zorg.",
        by=stage.staff,
        today=stage.at(ago).date(),
    )


def stage_of(applicant: Applicant, *, email: str, staff: User, today: date) -> Stage:
    """The school and its account."""
    school = organisations.register_school(
        kvk_number=applicant.kvk_number,
        name=applicant.name,
        certificate=CertificateKind.FIXED_TERM,
        fictional=True,
        registered_by=staff,
    )
    member = User.objects.filter(email=email).first() or accounts.open_account(
        email=email, name=f"{applicant.director} Fictief", role=Role.SCHOOL, opened_by=SYSTEM
    )
    organisations.add_member(school, member, added_by=staff, function=MembershipFunction.APPLICANT)
    return Stage(applicant, school, member, staff, today)


SCENES: Mapping[str, Callable[[Stage], None]] = {
    "De Kade": to_sign,
    "De Brug": half_filled,
    "De Sluis": handed_in,
    "Het Veer": to_complete,
    "De Steiger": improved,
    "De Haven": to_decide,
    "Het Baken": tied,
}
"""By the short name of who plays it."""
