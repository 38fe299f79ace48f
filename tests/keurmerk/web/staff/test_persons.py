"""The register as staff meet it: searched, read on the record, judged; accessible and narrow."""

from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.journal.models import Entry
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.persons.declaration import DeclaredLocation
from keurmerk.persons.models import LeadFinding, SameAs
from keurmerk.persons.queries import investigate
from tests.factories.accounts import make_user
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school, make_school_user
from tests.factories.persons import address, declare_school, owner
from tests.factories.persons_things import PAPER, entity_of, lead_of, other_of

pytestmark = pytest.mark.django_db
SEARCH = "/medewerker/personen/"


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


@pytest.fixture
def school(db):
    return make_school(name="Taalmeesters")


def shown(answer, status=200):
    assert answer.status_code == status
    return " ".join(unescape(answer.text).split())


def test_one_box_finds_and_the_journal_says_that_and_not_whom(staff, school):
    entity_of(school)
    page = shown(staff.get(reverse("staff:persons"), {"zoek": "Anna Bakker 1-2-1980"}))
    assert "zelfde geboortedatum" in page
    line = Entry.objects.get(kind="persons.searched")
    assert "Bakker" not in line.payload


def test_nothing_typed_is_no_search(staff):
    assert "gevonden" not in shown(staff.get(reverse("staff:persons"), {"zoek": ""})).lower()
    assert not Entry.objects.filter(kind="persons.searched").exists()


def test_a_wrong_number_is_told_with_what_is_right(staff):
    page = shown(staff.get(reverse("staff:persons"), {"kvk": "123"}))
    assert "Een KvK-nummer heeft acht cijfers" in page
    assert 'value="123"' in page


def test_the_page_of_a_person_shows_facts_with_their_source_and_who_looked(staff, school):
    anna = entity_of(school)
    page = shown(staff.get(reverse("staff:person", args=[anna.public_id])))
    assert "50% van de aandelen in <bdi>Taalmeesters</bdi>" in page
    assert "Aanvraag 1" in page
    assert "Ana Backer" in page
    assert PAPER.number not in page
    assert Entry.objects.get(kind="person.read").subject_label == "persoon"


def test_the_number_of_the_paper_is_shown_after_a_reason(staff, school):
    url = reverse("staff:person-identity", args=[entity_of(school).public_id])
    assert PAPER.number not in shown(staff.post(url, {"ground": ""}), 422)
    assert PAPER.number in shown(staff.post(url, {"ground": "vergelijken met kopie"}))
    assert Entry.objects.get(kind="person.identity_opened").ground == "vergelijken met kopie"


def test_the_network_is_a_picture_and_the_same_as_a_list(staff, school):
    entity_of(school)
    page = shown(staff.get(reverse("staff:person-network", args=[school.organisation.public_id])))
    assert "<svg" in page
    assert "Anna Bakker houdt 50% van de aandelen in Taalmeesters." in page
    assert "Ana Backer is bestuurder volgens de KvK van Taalmeesters." in page


def test_two_records_are_called_the_same_and_that_is_taken_back(staff, school):
    one, two = entity_of(school), other_of(school)
    url = reverse("staff:person-same", args=[one.public_id, two.public_id])
    assert "verplicht" in shown(staff.post(url, {"same": "ja", "reason": ""}), 422)
    staff.post(url, {"same": "ja", "reason": "Zelfde paspoort"})
    said = SameAs.objects.get()
    assert said.same
    staff.post(reverse("staff:person-same-undo", args=[said.public_id]), {"reason": "Vergissing"})
    assert SameAs.objects.get().undone_reason == "Vergissing"


def test_a_lead_is_shown_with_what_follows_and_judged(staff, school):
    url = reverse("staff:lead-judge", args=[school.public_id, lead_of(school)])
    listing = reverse("staff:leads", args=[school.public_id])
    assert "Aanvragen mag" in shown(staff.get(listing))
    given = {"judgement": "bevestigd", "reason": "Zelfde persoon", "sources": "KvK 1-11-2026"}
    assert "Zelfde persoon" in shown(staff.post(url, given | {"sources": ""}), 422)
    staff.post(url, given)
    assert LeadFinding.objects.get().by is not None
    assert "Zelfde persoon" in shown(staff.get(listing))


def test_what_was_typed_about_a_lead_that_moved_on_is_not_lost(staff, school):
    entity_of(school)
    url = reverse("staff:lead-judge", args=[school.public_id, "0" * 64])
    page = shown(staff.post(url, {"judgement": "bevestigd", "reason": "Lang verhaal", "sources": "KvK"}), 422)
    assert "Lang verhaal" in page
    assert "het register is intussen veranderd" in page
    assert staff.get(url).status_code == 404


def test_locations_and_management_are_files(staff, school):
    declare_school(
        school,
        people=[owner()],
        locations=(
            DeclaredLocation(address=address(), lessons=2),
            DeclaredLocation(address=address(number="9")),
        ),
        today=timezone.localdate(),
    )
    text = staff.get(reverse("staff:locations-csv", args=[school.public_id])).text
    assert "Kade 9" in text
    assert "nee" in text
    assert "Anna Bakker" in staff.get(reverse("staff:management-csv", args=[school.public_id])).text


@pytest.mark.one_database
def test_the_queries_of_the_leads_do_not_grow(staff, school):
    counts = []
    declare_school(school, people=[owner()], today=timezone.localdate())
    for size in (1, 8):
        for _ in range(size):
            holder = make_school()
            declare_school(holder, people=[owner()], today=timezone.localdate())
            make_certificate(holder)
        with CaptureQueriesContext(connection) as seen:
            staff.get(reverse("staff:leads", args=[school.public_id]))
        counts.append(len(seen))
    assert len(investigate(school, timezone.localdate())) == 9
    assert counts[0] == counts[1]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SCHOOL])
def test_nobody_else_looks_into_the_register(role, school):
    client = Client()
    client.force_login(make_user(role))
    assert client.get(SEARCH).status_code == 403
    assert client.get(reverse("staff:person", args=[entity_of(school).public_id])).status_code == 403


def test_the_school_reads_what_is_known_of_it_by_function(school):
    entity_of(school)
    url = reverse("school:organisation", args=[school.public_id])
    pages = {}
    for function in (MembershipFunction.MANAGER, MembershipFunction.ADMINISTRATION):
        client = Client()
        client.force_login(make_school_user(school, function))
        pages[function] = shown(client.get(url))
    assert "Anna Bakker: 50% van de aandelen" in pages[MembershipFunction.MANAGER].replace(
        "<bdi>", ""
    ).replace("</bdi>", "")
    assert "Bakker" not in pages[MembershipFunction.ADMINISTRATION]
