"""What a few fictional holders report and ask, so that the queues of staff show something."""

from datetime import date, timedelta

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.demo.generator.profile import MARK
from keurmerk.demo.lives import days
from keurmerk.dispensations import service as dispensations
from keurmerk.dispensations.enums import Advice
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service import Advised, Asked, NormAdvice
from keurmerk.documents import service as documents
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal.unit import journaled
from keurmerk.organisations.demo import DECIDER, SIGN_INS
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report
from keurmerk.reporting.service import managers, reports, statements, vogs
from rulebook.application.conduct import PROFILE
from rulebook.application.reports import ReportKind
from rulebook.application.statements import STATEMENTS
from rulebook.dispensations import Code, kind_of

WILG, ELS, LINDE = "00000101", "00000102", "00000103"
DIRECTOR = f"Maria Fictief {MARK}"


def load(today: date) -> None:
    """After the lives: only of schools that are there and have nothing of it yet."""
    known = {school.kvk_number: school for school in School.objects.filter(kvk_number__in=(WILG, ELS, LINDE))}
    if len(known) < len((WILG, ELS, LINDE)) or Report.objects.exists() or Dispensation.objects.exists():
        return
    play(known, today)


@journaled
def play(known: dict[str, School], today: date) -> None:
    staff, decider = (User.objects.get(email=email) for email in (SIGN_INS[Role.STAFF][0], DECIDER))
    _report(known[LINDE], today)
    _open_location(known[ELS], today)
    _sign_statement(known[WILG], today)
    _give_vog(known[LINDE], today)
    _ask(known[LINDE], Code.ONA_TEACHER, f"Karin Fictief {MARK}", today - timedelta(days=5))
    asked = _ask(known[WILG], Code.INTAKE_TEST, f"Toets De Wilg {MARK}", today - timedelta(days=21))
    _grant(asked, staff, decider, today)


def _member(school: School) -> User:
    return school.memberships.select_related("user")[0].user


def _file(name: str, text: str) -> ExaminedFile:
    return documents.examine(data=f"{text} {MARK}\n".encode(), filename=name)


def _report(school: School, today: date) -> None:
    told = reports.Told(
        kind=ReportKind.CONFLICT,
        happened_on=today - timedelta(days=2),
        text="De pensioenpremie over oktober is een week te laat betaald. De betaling is nu gedaan.",
        details={"verklaring": "f"},
    )
    file = _file("brief-pensioenfonds.txt", "Herinnering voor de premie over oktober.")
    reports.file_report(school, told, by=_member(school), today=today - timedelta(days=1), files=[file])


def _open_location(school: School, today: date) -> None:
    told = reports.Told(
        kind=ReportKind.LOCATION,
        happened_on=today - timedelta(days=20),
        text="Wij geven nu ook les in het buurthuis.",
        details={
            "straat": "Voorbeeldplein 8",
            "postcode": "1234 AB",
            "plaats": "Voorbeeldstad",
            "lessen": "12",
        },
    )
    reports.file_report(school, told, by=_member(school), today=today - timedelta(days=3), files=[])


def _sign_statement(school: School, today: date) -> None:
    signing = statements.Signing(
        answers={each.code: statements.Answer(agrees=True) for each in STATEMENTS},
        name=DIRECTOR,
        function="directeur",
        place="Voorbeeldstad",
        confirmed=True,
    )
    statements.sign(school, signing, by=_member(school), now=days.noon(today - timedelta(days=30)))


def _give_vog(school: School, today: date) -> None:
    manager = managers.enter_manager(
        school, name=DIRECTOR, function="directeur", since=None, entered_by=_member(school)
    )
    given = vogs.Given(issued_on=today - timedelta(days=40), profile=PROFILE, name=DIRECTOR)
    file = _file("vog-directeur.txt", "Verklaring Omtrent het Gedrag, profiel 60.")
    vogs.give_vog(manager, given, file, by=_member(school), today=today - timedelta(days=4))


def _ask(school: School, code: Code, named: str, on: date) -> Dispensation:
    kind = kind_of(code)
    asked = Asked(
        kind=code,
        text="Wij leggen hieronder uit waarom, en voegen de stukken toe.",
        named=named,
        files={
            each.code: [_file(f"{each.code}.txt", f"{each.text}.")] for each in kind.evidence if each.required
        },
        wanted_from=on,
        wanted_until=on + timedelta(days=180) if kind.longest_months else None,
    )
    return dispensations.ask(school, asked, by=_member(school), today=on)


def _grant(asked: Dispensation, staff: User, decider: User, today: date) -> None:
    points = {each.code: (True, "Blijkt uit de stukken.") for each in asked.kind_.conditions}
    dispensations.judge(asked.pk, points, by=staff, today=today - timedelta(days=10))
    advised = Advised(
        advice=Advice.GRANT,
        text="De toets meet hetzelfde als de standaardtoets.",
        norms=[NormAdvice(row.norm, asked.kind_.effects[0], None) for row in asked.norms.all()],
        valid_from=asked.wanted_from,
        valid_until=asked.wanted_until,
        conditions="Alleen voor Cursisten die digitaal vaardig zijn.",
    )
    dispensations.advise(asked.pk, advised, by=staff, today=today - timedelta(days=9))
    dispensations.decide(
        asked.pk, "De toets is betrouwbaar.", by=decider, now=days.noon(today - timedelta(days=3))
    )
