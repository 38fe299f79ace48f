"""Every planted tie is found, as what it is and by its path."""

import pytest
from tests.factories.accounts import make_user
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school
from tests.factories.persons import DAY
from tests.keurmerk.persons.planted_cases import cases, play

from keurmerk.accounts.enums import Role
from keurmerk.persons.enums import Judgement
from keurmerk.persons.queries import investigate
from keurmerk.persons.service import judge_lead
from rulebook.lifecycle.states import Mark

pytestmark = pytest.mark.django_db
CASES = cases()


def holder_of(case):
    given = {"kvk_number": case["kvk_houder"]} if "kvk_houder" in case else {}
    return make_school(**given)


def test_there_are_at_least_forty():
    assert len(CASES) >= 40
    assert len({case["naam"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_a_planted_tie_is_found_with_its_path(case):
    holder = holder_of(case)
    make_certificate(holder, mark=Mark.INDEFINITE)
    applicant = play(case, holder, DAY)
    (lead,) = investigate(applicant, DAY)
    assert lead.holder == holder
    assert lead.strength == case["vindt"]
    assert lead.former is case.get("vroeger", False)
    assert (lead.score == 100) is (case["vindt"] == "verbonden")
    assert case.get("waarom", "") in "; ".join(lead.why)
    _in_order(case["pad"], [step.text for step in lead.steps])


def test_a_school_without_a_certificate_is_nobody_to_lead_to():
    case = CASES[0]
    assert investigate(play(case, holder_of(case), DAY), DAY) == ()


def test_a_judgement_stays_with_its_lead():
    case = CASES[0]
    holder = holder_of(case)
    make_certificate(holder)
    applicant = play(case, holder, DAY)
    (lead,) = investigate(applicant, DAY)
    judge_lead(
        applicant,
        lead,
        judgement=Judgement.CONFIRMED,
        reason="Uittreksel",
        sources="Handelsregister",
        by=make_user(Role.STAFF),
        today=DAY,
    )
    (again,) = investigate(applicant, DAY)
    assert again.finding is not None
    assert again.finding.judgement == Judgement.CONFIRMED


def _in_order(words, lines):
    at = 0
    for word in words:
        where = next((number for number in range(at, len(lines)) if word in lines[number]), None)
        assert where is not None, (word, lines)
        at = where if lines[where].count(word) > 1 else where + 1
