"""Where a school that has no mark yet stands: agreements, application, assessment, decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Agreement, Application
from keurmerk.certification.models import Certificate
from keurmerk.organisations.models import School
from keurmerk.web.components import dutch

DONE, NOW, LATER = "klaar", "nu", "later"
TONES = {DONE: ("good", "check"), NOW: ("accent", "right"), LATER: ("quiet", "minus")}
WHAT_FOLLOWS = (
    "Blik op Werk kijkt of alles er is, leest de plannen, doet onderzoek en nodigt u uit voor een gesprek."
)
ENDED = frozenset({ApplicationState.DECIDED, ApplicationState.EXPIRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    title: str
    state: str
    text: str
    links: tuple[tuple[str, str], ...] = ()

    @property
    def tone(self) -> str:
        return TONES[self.state][0]

    @property
    def icon(self) -> str:
        return TONES[self.state][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applying:
    steps: tuple[Step, ...]
    application: Application | None
    may_begin: bool
    """Both agreements are concluded and nothing runs: a new application can be begun."""


def applying(school: School, certificate: Certificate | None, today: date) -> Applying | None:
    """Nothing for a holder, and for a school that never came near an application."""
    if certificate is not None and certificate.state_.held is not None:
        return None
    agreements = list(Agreement.objects.filter(school=school))
    application = Application.objects.filter(school=school).first()
    if not agreements and application is None:
        return None
    concluded = bool(agreements) and all(each.concluded for each in agreements)
    return Applying(
        steps=(
            _agreements(agreements, concluded=concluded),
            _application(application, today, concluded=concluded),
            _assessment(application),
            _decision(application),
        ),
        application=application,
        may_begin=concluded and (application is None or application.state in ENDED),
    )


def _agreements(agreements: Sequence[Agreement], *, concluded: bool) -> Step:
    links = tuple(
        (each.get_kind_display(), reverse("school:agreement", args=[each.public_id])) for each in agreements
    )
    if concluded:
        last = max(each.scheme_signed_at for each in agreements if each.scheme_signed_at)
        text = f"Tot stand gekomen op {dutch.day(last.date())}."
    elif all(each.school_signed_at for each in agreements):
        text = "U tekende beide. Ze wachten op Blik op Werk; u krijgt bericht."
    else:
        open_ones = [each.get_kind_display().lower() for each in agreements if not each.school_signed_at]
        text = f"Lees en teken: {dutch.listing(open_ones)}."
    return Step(title="Overeenkomst", state=DONE if concluded else NOW, text=text, links=links)


def _application(application: Application | None, today: date, *, concluded: bool) -> Step:
    title = "Aanvraag"
    if application is None or (application.state == ApplicationState.EXPIRED):
        state, text = (
            (NOW, "Begin met invullen.") if concluded else (LATER, "Kan als de overeenkomsten er zijn.")
        )
        return Step(title=title, state=state, text=text)
    href = reverse("school:application", args=[application.public_id])
    if application.state == ApplicationState.DRAFT:
        left = dutch.plural(max((application.expires_on - today).days, 0), "dag", "dagen")
        text = f"U bent bezig. Wat u invulde, blijft nog {left} bewaard na uw laatste wijziging."
        return Step(title=title, state=NOW, text=text, links=(("Ga verder met de aanvraag", href),))
    if application.state in {ApplicationState.COMPLETING, ApplicationState.REPAIRING}:
        text = "Blik op Werk vroeg u iets aan te vullen of aan te passen."
        return Step(title=title, state=NOW, text=text, links=(("Vul de aanvraag aan", href),))
    on = f" op {dutch.day(application.submitted_at.date())}" if application.submitted_at else ""
    return Step(title=title, state=DONE, text=f"Ingediend{on}.", links=(("Bekijk de aanvraag", href),))


def _assessment(application: Application | None) -> Step:
    title = "Beoordeling"
    if application is None or application.state in {ApplicationState.DRAFT, ApplicationState.EXPIRED}:
        return Step(title=title, state=LATER, text=WHAT_FOLLOWS)
    if application.state == ApplicationState.DECIDED:
        return Step(title=title, state=DONE, text="Afgerond.")
    return Step(title=title, state=NOW, text="Blik op Werk is hiermee bezig.")


def _decision(application: Application | None) -> Step:
    if application is not None and application.state == ApplicationState.DECIDED:
        return Step(title="Besluit", state=DONE, text="Het besluit staat bij uw brieven.")
    return Step(title="Besluit", state=LATER, text="Binnen acht weken nadat uw aanvraag volledig is.")
