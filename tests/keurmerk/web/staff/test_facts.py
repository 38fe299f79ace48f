"""Facts: what is known and from where, and establishing several at once."""

import pytest
from django.utils import timezone

from keurmerk.certification.models import Finding
from keurmerk.certification.queries import known_now
from keurmerk.web.staff.forms.fact import GROUPS, to_establish
from rulebook.lifecycle.facts import DERIVED, Fact
from tests.factories.certification import establish, make_case, make_staff
from tests.keurmerk.web.staff.pages import address, client_of, shown

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def case():
    return make_case(today=TODAY)


@pytest.fixture
def staff():
    return client_of(make_staff())


def test_every_fact_that_staff_establish_has_its_place_once():
    placed = [fact for _, facts in GROUPS for fact in facts]
    assert len(placed) == len(set(placed))
    assert set(placed) == to_establish()


def test_the_page_tells_what_is_known_and_from_where(staff, case):
    establish(case, Fact.INVOICES_PAID, today=TODAY)
    page = shown(staff.get(address("fact-new", case)))
    assert "De school heeft alle facturen van Blik op Werk voldaan." in page
    assert f"in zaak {case.number}: Dossier, blad 3" in page
    assert 'id="feit-norm_niet_voldaan"' in page


def test_several_at_once_with_one_source(staff, case):
    given = {
        "source": "Auditrapport van 12 maart",
        "norm_niet_voldaan": "ja",
        "facturen_voldaan": "nee",
    }
    assert staff.post(address("fact-new", case), given).status_code == 302
    told = {row.fact: (row.holds, row.source) for row in Finding.objects.all()}
    assert told == {
        "norm_niet_voldaan": (True, "Auditrapport van 12 maart"),
        "facturen_voldaan": (False, "Auditrapport van 12 maart"),
    }
    assert known_now(case.certificate, TODAY)[Fact.NORM_FAILED] is True


def test_without_a_source_nothing_is_established_and_the_answer_stays(staff, case):
    page = shown(staff.post(address("fact-new", case), {"norm_niet_voldaan": "ja"}))
    assert "Waar blijkt dit uit?: Dit veld is verplicht." in page
    assert 'value="ja" selected' in page
    assert not Finding.objects.exists()


def test_nothing_chosen_is_said(staff, case):
    page = shown(staff.post(address("fact-new", case), {"source": "Ergens"}))
    assert "Kies bij ten minste één feit ja of nee." in page


def test_what_follows_from_the_record_cannot_be_sent_in(staff, case):
    derived = next(iter(DERIVED))
    answer = staff.post(address("fact-new", case), {"source": "Ergens", derived.value: "ja"})
    assert "Kies bij ten minste één feit ja of nee." in shown(answer)
    assert not Finding.objects.exists()
