"""What saves by itself, two people in one form, and a form that comes too late."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Answer, Chance, Reference
from tests.factories.applications import make_applicant
from tests.factories.organisations import make_school_user
from tests.keurmerk.web.school.application.boxes import typed_on
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def page_address(application, code):
    return reverse("school:application-page", args=[application.public_id, code])


def keep_address(application, code):
    return reverse("school:application-keep", args=[application.public_id, code])


def browser_for(user):
    client = Client()
    client.force_login(user)
    return client


def stored(applicant, code="onderneming"):
    return Answer.objects.get(application=applicant.application, page=code)


@pytest.fixture
def colleague(applicant):
    return browser_for(make_school_user(applicant.application.school))


@pytest.fixture
def me(applicant):
    return browser_for(applicant.member)


def test_it_saves_by_itself_and_tells_the_time_and_what_is_wrong(applicant, me):
    boxes = typed_on(me.get(page_address(applicant.application, "onderneming"))) | {"iban": "NL00"}
    told = me.post(keep_address(applicant.application, "onderneming"), boxes).json()
    answer = stored(applicant)
    assert answer.values["iban"] == "NL00"
    assert told["revisie"] == answer.revision
    assert told["om"] == f"{timezone.localtime(answer.edited_at):%H:%M}"
    assert set(told["fouten"]) == {"v-iban"}


def test_what_two_typed_at_once_is_shown_box_by_box(applicant, me, colleague):
    path = page_address(applicant.application, "onderneming")
    mine, theirs = typed_on(me.get(path)), typed_on(colleague.get(path))
    colleague.post(path, theirs | {"plaats": "Zwolle", "actie": "bewaren"})
    answer = me.post(path, mine | {"plaats": "Deventer", "telefoon": "0570 123456", "actie": "bewaren"})
    assert answer.status_code == 409
    text = page_of(answer)
    assert "Zwolle" in text
    assert "Deventer" in text
    assert "0570 123456" in text
    assert stored(applicant).values["plaats"] == "Zwolle"


def settle_boxes(answer):
    """The hidden boxes of the page with both versions."""
    text = answer.content.decode().replace('method="post"', 'method="post" data-keep')
    answer.content = text.encode()
    return typed_on(answer)


def test_one_chooses_per_box_and_nothing_is_lost(applicant, me, colleague):
    path = page_address(applicant.application, "onderneming")
    mine, theirs = typed_on(me.get(path)), typed_on(colleague.get(path))
    colleague.post(path, theirs | {"plaats": "Zwolle", "straat": "Dijk 5", "actie": "bewaren"})
    both = me.post(path, mine | {"plaats": "Deventer", "telefoon": "0570 123456", "actie": "bewaren"})
    chosen = settle_boxes(both) | {"keuze.straat": "ander", "keuze.plaats": "mijn", "actie": "samenvoegen"}
    assert me.post(path, chosen).status_code == 302
    values = stored(applicant).values
    assert (values["plaats"], values["straat"], values["telefoon"]) == ("Deventer", "Dijk 5", "0570 123456")


def test_a_row_that_only_the_other_has_can_be_taken_over(applicant, me, colleague):
    path = page_address(applicant.application, "vestigingen")
    mine = typed_on(me.get(path))
    colleague.post(path, typed_on(colleague.get(path)) | {"actie": "erbij:vestigingen"})
    added = stored(applicant, "vestigingen").values["vestigingen"][-1]["id"]
    theirs = typed_on(colleague.get(path)) | {f"vestigingen.{added}.naam": "Locatie Oost"}
    colleague.post(path, theirs | {"actie": "bewaren"})
    first = mine["vestigingen.id"][0]
    both = me.post(path, mine | {f"vestigingen.{first}.naam": "Locatie West", "actie": "bewaren"})
    assert "Locatie Oost" in page_of(both)
    chosen = settle_boxes(both) | {f"keuze.vestigingen.{added}": "ander", "actie": "samenvoegen"}
    me.post(path, chosen)
    names = [row["naam"] for row in stored(applicant, "vestigingen").values["vestigingen"]]
    assert names == ["Locatie West", "Locatie Oost"]


def test_my_other_window_is_somebody_else(applicant, me):
    path = page_address(applicant.application, "onderneming")
    old, new = typed_on(me.get(path)), typed_on(me.get(path))
    me.post(path, new | {"plaats": "Zwolle", "actie": "bewaren"})
    assert me.post(path, old | {"telefoon": "0570 123456", "actie": "bewaren"}).status_code == 409


def test_a_save_whose_answer_was_lost_is_no_conflict_with_itself(applicant, me):
    path = keep_address(applicant.application, "onderneming")
    boxes = typed_on(me.get(page_address(applicant.application, "onderneming")))
    me.post(path, boxes | {"plaats": "Zwolle"})
    assert me.post(path, boxes | {"plaats": "Zwolle-Zuid"}).status_code == 200
    assert stored(applicant).values["plaats"] == "Zwolle-Zuid"


def test_by_itself_a_conflict_is_told_and_nothing_is_overwritten(applicant, me, colleague):
    page, keep = (each(applicant.application, "onderneming") for each in (page_address, keep_address))
    mine = typed_on(me.get(page))
    colleague.post(page, typed_on(colleague.get(page)) | {"plaats": "Zwolle", "actie": "bewaren"})
    answer = me.post(keep, mine | {"plaats": "Deventer"})
    assert answer.status_code == 409
    assert "heeft deze pagina intussen gewijzigd" in answer.json()["botsing"]
    assert stored(applicant).values["plaats"] == "Zwolle"


def test_who_is_signed_out_is_sent_to_sign_in_and_the_token_comes_with_a_new_session(applicant, me):
    keep = keep_address(applicant.application, "onderneming")
    assert Client().post(keep, {"naam": "x"}).status_code == 302
    assert len(me.get(keep).json()["token"]) > 20


@pytest.fixture
def completing(db):
    return make_applicant(ApplicationState.COMPLETING)


def test_only_what_was_asked_is_open_with_what_staff_wrote(completing):
    client = browser_for(completing.member)
    asked = page_of(client.get(page_address(completing.application, "organisatieplan")))
    assert "De begroting heeft geen kosten voor huur." in asked
    assert "data-keep" in asked
    assert "data-keep" not in page_of(client.get(page_address(completing.application, "onderneming")))
    other = client.post(page_address(completing.application, "onderneming"), {"naam": "Anders"})
    assert other.status_code == 409
    assert "Alleen de onderdelen waar Blik op Werk om vroeg" in page_of(other)


def test_the_completion_is_handed_in_once(completing):
    client = browser_for(completing.member)
    path = reverse("school:application-answer", args=[completing.application.public_id])
    for _ in range(2):
        assert client.post(path).status_code == 302
    completing.application.refresh_from_db()
    assert completing.application.state == ApplicationState.SUBMITTED
    assert Chance.objects.get().answered_at is not None


def test_what_is_posted_after_the_term_is_shown_again(completing):
    yesterday = timezone.localdate() - timedelta(days=1)
    Chance.objects.update(asked_on=yesterday - timedelta(days=20), until=yesterday)
    client = browser_for(completing.member)
    path = page_address(completing.application, "organisatieplan")
    demand = "bewijs.H6.nieuw.pagina"
    answer = client.post(path, {"actie": "bewaren", demand: "12-15"})
    assert answer.status_code == 409
    text = page_of(answer)
    assert "De termijn om aan te vullen is voorbij" in text
    assert "12-15" in text


def test_of_a_place_only_what_somebody_changed_is_written(applicant, me, colleague):
    path = page_address(applicant.application, "privacy")
    mine, theirs = typed_on(me.get(path)), typed_on(colleague.get(path))
    colleague.post(path, theirs | {"bewijs.B1.1.pagina": "4", "actie": "bewaren"})
    assert me.post(path, mine | {"bewijs.B2.1.pagina": "9", "actie": "bewaren"}).status_code == 302
    pages = dict(Reference.objects.filter(code__in=["B1", "B2"]).values_list("code", "pages"))
    assert pages == {"B1": "4", "B2": "9"}


def test_a_place_that_both_changed_is_told_and_written_when_saved_again(applicant, me, colleague):
    path = page_address(applicant.application, "privacy")
    mine, theirs = typed_on(me.get(path)), typed_on(colleague.get(path))
    colleague.post(path, theirs | {"bewijs.B1.1.pagina": "4", "actie": "bewaren"})
    answer = me.post(path, mine | {"bewijs.B1.1.pagina": "7", "actie": "bewaren"})
    assert answer.status_code == 422
    assert "Een ander bewaarde hier intussen: 4." in page_of(answer)
    assert Reference.objects.get(code="B1").pages == "4"
    me.post(path, typed_on(answer) | {"actie": "bewaren"})
    assert Reference.objects.get(code="B1").pages == "7"
