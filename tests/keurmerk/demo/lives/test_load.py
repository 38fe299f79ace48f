"""Every state of the three tables on a fictional school, whole, lawful and once, whatever day it is."""

from dataclasses import dataclass
from datetime import date

import pytest

from keurmerk import letters
from keurmerk.certification.models import (
    Case,
    Certificate,
    Change,
    Decision,
    Disclosure,
    Objection,
    Paper,
    Plan,
    Term,
)
from keurmerk.demo import load as deliveries
from keurmerk.demo.generator import school_named
from keurmerk.demo.lives import load as lives
from keurmerk.demo.lives.scripts import SCRIPTS
from keurmerk.demo.lives.scripts.delivered import LIVES
from keurmerk.documents.enums import MediaType
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from keurmerk.organisations import demo as accounts
from keurmerk.organisations.models import School
from rulebook.lifecycle.states import ObjectionState, PlanState, State
from tests.keurmerk.certification.histories import check_lawful, sealed_pdf

pytestmark = pytest.mark.django_db

SATURDAY = date(2026, 11, 21)
DAYS = [date(2026, 12, 31), date(2028, 2, 29), date(2027, 5, 16)]
"""New Year's Eve, a leap day, and a Sunday on which it is Pentecost."""
WITH_A_STATE_OF_ITS_OWN = [school_named(key) for key in ("de-iep", "de-els", "de-esdoorn", "de-kastanje")]


@dataclass(frozen=True)
class Lived:
    """As the random histories are checked."""

    certificate: Certificate
    today: date

    @property
    def school(self) -> School:
        return self.certificate.school

    @property
    def initial(self) -> State:
        first = Change.objects.filter(certificate=self.certificate).order_by("number").first()
        return State(first.before if first else self.certificate.state)


def check_all_lawful(today):
    for certificate in Certificate.objects.select_related("school"):
        check_lawful(Lived(certificate, today))


@pytest.fixture
def cheap_letters(monkeypatch):
    """Which day it is, is the question here; a real letter takes most of the time."""
    pdf = sealed_pdf()
    monkeypatch.setattr(letters, "to_pdf", lambda _letter: pdf)
    monkeypatch.setattr(letters, "seal", lambda data, **_: data)


def states(model):
    return set(model.objects.values_list("state", flat=True))


def test_every_state_is_shown_lawfully_and_once():
    accounts.load("een-lang-wachtwoord")
    deliveries.load(WITH_A_STATE_OF_ITS_OWN)
    lives.load(SATURDAY, WITH_A_STATE_OF_ITS_OWN)

    assert states(Certificate) == set(State)
    assert states(Plan) == set(PlanState) - {PlanState.NONE}
    assert Certificate.objects.filter(plans=None).exists()
    assert states(Objection) == set(ObjectionState) - {ObjectionState.NONE}
    check_all_lawful(SATURDAY)
    every_letter_is_sealed()
    the_worklist_looks_alive()
    other_bodies_were_told()
    assert Message.objects.count() <= 15
    assert journal.verify().holds

    before = Entry.objects.count()
    lives.load(date(2026, 11, 23), WITH_A_STATE_OF_ITS_OWN)
    assert Entry.objects.count() == before


def every_letter_is_sealed():
    sealed = Document.objects.filter(sealed=True)
    assert {letter.media_type for letter in sealed} == {MediaType.PDF}
    assert set(Decision.objects.filter(state="ondertekend").values_list("letter", flat=True)) <= {
        letter.pk for letter in sealed
    }
    assert {MediaType.PDF, MediaType.DOCX} == set(
        Paper.objects.values_list("document__media_type", flat=True)
    )


def the_worklist_looks_alive():
    """Something is late, something ends tomorrow, something this week, and a holiday moved a last day."""
    ahead = {
        (day - SATURDAY).days
        for day in Case.objects.exclude(next_day=None).values_list("next_day", flat=True)
    }
    assert min(ahead) < 0
    assert 1 in ahead
    assert ahead & set(range(2, 8))
    assert Term.objects.filter(ended_on=None, code="bezwaar", last_day__gt=date(2026, 12, 25)).exists()
    assert [term for term in Term.objects.filter(ended_on=None) if term.last_day > term.before_moving]


def other_bodies_were_told():
    assert set(Disclosure.objects.values_list("body", flat=True)) == {"duo", "crkbo"}


@pytest.mark.usefixtures("cheap_letters")
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_lives_are_lawful_on_any_day(today):
    accounts.load("een-lang-wachtwoord")
    lives.load(today, schools=())

    shown = {State.EXTENDED, State.INDEFINITE_WARNED}
    assert states(Certificate) >= set(State) - shown
    check_all_lawful(today)


@pytest.mark.usefixtures("cheap_letters")
def test_a_life_that_stops_halfway_has_not_begun(monkeypatch):
    accounts.load("een-lang-wachtwoord")
    whole, broken = SCRIPTS[1], SCRIPTS[4]
    monkeypatch.setattr(lives.law, "carry_out_law", lambda _now: pytest.fail("the load went on"))
    monkeypatch.setattr("keurmerk.demo.lives.objecting.objections.file", _fails)
    with pytest.raises(ZeroDivisionError):
        lives.load(SATURDAY, (), (whole, broken))
    assert School.objects.filter(kvk_number=whole.kvk_number).exists()
    assert not School.objects.filter(kvk_number=broken.kvk_number).exists()
    assert not Case.objects.filter(school__kvk_number=broken.kvk_number).exists()


def _fails(*_args, **_kwargs):
    raise ZeroDivisionError


def test_every_name_says_that_it_is_made_up():
    numbers = [script.kvk_number for script in SCRIPTS]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 8 and number.startswith("9000") for number in numbers)
    assert all(
        script.name.startswith("Voorbeeldschool") and "(verzonnen)" in script.name for script in SCRIPTS
    )


def test_every_school_that_delivers_has_a_life():
    assert len(LIVES) == 12
    assert all(school_named(key) is not None for key in LIVES)
