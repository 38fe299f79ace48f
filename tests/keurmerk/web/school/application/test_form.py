"""Filling in a page: what is typed is kept, right or wrong, and comes back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.models import Answer
from keurmerk.organisations.enums import MembershipFunction
from rulebook.application.differences import differences
from rulebook.application.pages import PAGES
from tests.factories.applications import make_applicant
from tests.factories.organisations import make_school_user
from tests.keurmerk.web.school.application.boxes import typed_on
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def address(application, code, name="application-page"):
    return reverse(f"school:{name}", args=[application.public_id, code])


@pytest.fixture
def here(applicant, client):
    """Gives the boxes of a page, and sends them with changes."""
    client.force_login(applicant.member)

    def send(code, act="bewaren", **changes):
        path = address(applicant.application, code)
        boxes = typed_on(client.get(path)) | {"actie": [act]}
        return client.post(path, boxes | {name.replace("__", "."): value for name, value in changes.items()})

    return send


def values(applicant, code):
    return Answer.objects.get(application=applicant.application, page=code).values


def test_every_page_opens_and_sent_back_untouched_says_the_same(applicant, client):
    client.force_login(applicant.member)
    for page in PAGES:
        path = address(applicant.application, page.code)
        before = values(applicant, page.code) if page.questions else {}
        shown = client.get(path)
        assert client.post(path, typed_on(shown) | {"actie": "verder"}).status_code == 302, page.code
        assert differences({page.code: before}, {page.code: values(applicant, page.code)}) == (), page.code


def test_the_last_page_leads_to_what_is_missing(applicant, here):
    assert here("meetperiode", "verder")["Location"].endswith("/ontbreekt/")


def test_what_is_wrong_is_kept_as_typed_with_its_remedy(applicant, here, client):
    answer = here("onderneming", iban="NL00 FOUT", medewerkers="veel")
    assert values(applicant, "onderneming")["iban"] == "NL00 FOUT"
    text = page_of(client.get(answer["Location"]))
    assert 'value="NL00 FOUT"' in text
    assert "Dit is geen IBAN" in text
    assert "Typ een heel getal, bijvoorbeeld 25." in text


def test_a_birth_date_in_the_future_is_told_at_its_row(applicant, here, client):
    row = values(applicant, "management")["management"][0]["id"]
    answer = here("management", **{f"management.{row}.geboortedatum": "3-5-2080"})
    text = page_of(client.get(answer["Location"]))
    assert "Deze datum ligt in de toekomst. Controleer het jaar." in text


@pytest.mark.parametrize("name", ["Ωραία Ελένη", "محمد علي", "李明", "Žaneta Ņikitina"])
def test_a_name_in_another_script_stays_as_it_was_written(applicant, here, client, name):
    row = values(applicant, "management")["management"][0]["id"]
    answer = here("management", **{f"management.{row}.voornamen": name})
    assert values(applicant, "management")["management"][0]["voornamen"] == name
    assert name in page_of(client.get(answer["Location"]))


def test_a_row_is_added_without_a_script_and_the_link_leads_to_its_first_box(applicant, here):
    answer = here("vestigingen", "erbij:vestigingen")
    rows = values(applicant, "vestigingen")["vestigingen"]
    assert len(rows) == 2
    assert answer["Location"].endswith(f"#v-{rows[1]['id']}-naam")


def test_a_row_that_was_taken_away_can_be_put_back(applicant, here, client):
    before = values(applicant, "vestigingen")["vestigingen"]
    row = before[0]["id"]
    shown = here("vestigingen", f"weg:vestigingen:{row}")
    assert values(applicant, "vestigingen")["vestigingen"] == []
    boxes = typed_on(shown) | {"actie": f"terug:vestigingen:{row}"}
    client.post(address(applicant.application, "vestigingen"), boxes)
    assert [each["id"] for each in values(applicant, "vestigingen")["vestigingen"]][-1] == row
    back = values(applicant, "vestigingen")["vestigingen"][-1]
    assert {name: back[name] for name in before[0]} == before[0]


def test_what_depends_on_an_answer_is_there_once_it_is_given(applicant, here, client):
    path = address(applicant.application, "netwerk")
    hidden = 'data-depends-on="verbonden" data-answers="ja" hidden>'
    assert hidden in client.get(path).content.decode()
    here("netwerk", verbonden="ja")
    text = client.get(path).content.decode()
    assert hidden not in text
    assert hidden.replace(" hidden>", ">") in text


def test_a_reason_that_is_not_asked_any_more_is_not_lost(applicant, here):
    here("netwerk", verbonden="ja", reden_zelf="Wij geven les in een andere stad.")
    here("netwerk", verbonden="nee")
    assert values(applicant, "netwerk")["reden_zelf"] == "Wij geven les in een andere stad."


def test_a_page_with_many_rows_asks_no_more_queries(applicant, client):
    client.force_login(applicant.member)
    path = address(applicant.application, "vestigingen")
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    answer = Answer.objects.get(application=applicant.application, page="vestigingen")
    rows = [{"id": f"rij{at}", "naam": f"Locatie {at}"} for at in range(150)]
    answer.values = {"vestigingen": rows}
    answer.save()
    with CaptureQueriesContext(connection) as many:
        text = page_of(client.get(path))
    assert "Locatie 149" in text
    assert len(many) == len(few)


def test_three_hundred_periods_of_a_career_fit_in_one_form(applicant, here):
    shown = {"loopbaan.id": [f"rij{at}" for at in range(300)]}
    for at in range(300):
        shown |= {f"loopbaan.rij{at}.{name}": "x" for name in ("wie", "soort", "waar", "wat", "van", "tot")}
    here("cv", **shown)
    assert len(values(applicant, "cv")["loopbaan"]) == 300


def test_administration_does_not_open_what_is_about_persons(applicant, client):
    application = applicant.application
    client.force_login(make_school_user(application.school, MembershipFunction.ADMINISTRATION))
    assert client.get(address(application, "onderneming")).status_code == 200
    for code in ("management", "belanghebbenden", "cv"):
        for name in ("application-page", "application-keep"):
            assert client.get(address(application, code, name)).status_code == 403
            assert client.post(address(application, code, name)).status_code == 403


def test_another_member_goes_on_where_the_first_stopped(applicant, here, client):
    here("vestigingen", "erbij:vestigingen")
    client.force_login(make_school_user(applicant.application.school))
    text = page_of(client.get(reverse("school:application", args=[applicant.application.public_id])))
    assert "Ga verder met uw vestigingen" in text or "nakijken en indienen" in text.lower()


def test_after_handing_in_a_page_is_only_read(client):
    applicant = make_applicant()
    client.force_login(applicant.member)
    path = address(applicant.application, "onderneming")
    text = page_of(client.get(path))
    assert "Dit onderdeel staat nu niet open" in text
    assert '<form class="act"' not in text
    answer = client.post(path, {"naam": "Een nieuwe naam", "actie": "bewaren"})
    assert answer.status_code == 409
    assert "Een nieuwe naam" in page_of(answer)
    assert values(applicant, "onderneming")["naam"] != "Een nieuwe naam"


def test_what_is_posted_says_when_it_was_kept(applicant, here, client):
    answer = here("onderneming", naam="Taalhuis Zuid")
    assert f"Bewaard om {timezone.localtime():%H:}" in page_of(client.get(answer["Location"]))
