"""A document to save: to whom, how, and told in the journal."""

from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.documents.models import Document
from keurmerk.documents.service import openings
from keurmerk.web import upload_limit
from keurmerk.web.upload_limit import UploadLimit, takes_documents
from tests.factories.accounts import make_user
from tests.factories.documents import make_document
from tests.factories.file_contents import TEXT
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user

__all__ = ["own_store"]


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def address(document, audience="school"):
    return reverse(f"{audience}:document", args=[document.public_id])


@pytest.mark.django_db
def test_a_school_saves_its_document_and_the_journal_tells_it():
    document = make_document(filename="zienswijze é.txt")
    user = make_school_user(document.school)
    answer = browser(user).get(address(document))
    assert (answer.status_code, answer.content) == (200, TEXT)
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''zienswijze%20%C3%A9.txt"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert [opening.user for opening in openings(document)] == [user]


@pytest.mark.django_db
def test_asking_whether_it_is_there_is_not_opening_it():
    document = make_document()
    client = browser(make_school_user(document.school))
    assert (client.head(address(document)).status_code, openings(document)) == (405, ())


@pytest.mark.django_db
def test_staff_open_what_is_internal_and_the_school_does_not():
    document = make_document(for_school=False)
    assert browser(make_user(Role.STAFF)).get(address(document, "staff")).status_code == 200
    assert browser(make_school_user(document.school)).get(address(document)).status_code == 404
    assert len(openings(document)) == 1


@pytest.mark.django_db
def test_what_was_removed_says_so():
    document = make_document()
    Document.objects.update(stored_as=None, title="", filename="", removed_on="2033-01-01")
    answer = browser(make_user(Role.STAFF)).get(address(document, "staff"))
    assert (answer.status_code, "bewaartermijn voorbij" in answer.content.decode()) == (410, True)


@pytest.mark.django_db
def test_what_was_tampered_with_is_not_given(settings):
    document = make_document()
    [path] = settings.FILES_ROOT.glob("??/*")
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    answer = browser(make_user(Role.STAFF)).get(address(document, "staff"))
    assert (answer.status_code, "niet meer zoals het werd toegevoegd" in answer.content.decode()) == (
        503,
        True,
    )


@pytest.mark.django_db
def test_the_maintenance_screens_show_documents_and_change_none():
    document, client = make_document(), browser(make_user(Role.STAFF))
    listing, one = "admin:documents_document_changelist", "admin:documents_document_change"
    assert "Zienswijze" in client.get(reverse(listing)).content.decode()
    assert client.get(reverse(one, args=[document.pk])).status_code == 200
    assert client.post(reverse(one, args=[document.pk]), {"title": "Anders"}).status_code == 403


def answered(most, size, monkeypatch):
    @takes_documents(most)
    def view(_request):
        return HttpResponse()

    class Match:
        func = staticmethod(view)

    monkeypatch.setattr(upload_limit, "resolve", lambda _path: Match)
    request = RequestFactory().post("/ergens/", CONTENT_LENGTH=str(size))
    request.META["CONTENT_LENGTH"] = str(size)
    request._stream = BytesIO()
    return UploadLimit(view)(request)


def test_a_form_with_documents_has_its_own_limit(monkeypatch):
    assert answered(3, 75_000_000, monkeypatch).status_code == 200
    refused = answered(3, 76_000_000, monkeypatch)
    assert (refused.status_code, "hoogstens 3 tegelijk" in refused.content.decode()) == (413, True)
    assert answered(1, 26_000_000, monkeypatch).status_code == 413
