"""What the processing agreement (Bijlage 5) asks of the platform, demand by demand."""

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.factories.accounts import make_user
from tests.factories.applications import IDENTITY, SIGNATURE, make_agreements, make_applicant
from tests.factories.files import on_disk, own_store

from keurmerk.accounts.enums import Role
from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.models import Agreement, Answer, InquiryEntry
from keurmerk.applications.service import agreements, inquiring
from keurmerk.certification.errors import NotPossibleError
from keurmerk.documents import service as documents
from keurmerk.journal.models import Entry
from keurmerk.persons.models import Person
from keurmerk.shared.cipher import CannotOpenError
from keurmerk.shared.files import EncryptedStore

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NAME = "de Vries"


def stored(table: str) -> bytes:
    """Everything in a table as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name of ours
        rows = cursor.fetchall()
    return b"\n".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for row in rows
        for value in row
    )


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR])
def test_who_can_reach_personal_data_for_the_scheme_has_a_second_factor(role, settings):
    settings.SECOND_FACTOR_COMPULSORY = True
    client = Client()
    client.force_login(make_user(role))
    assert client.get("/start/").url == "/account/2fa/"
    assert role not in configured.ROLES_WITHOUT_SECOND_FACTOR


def test_files_with_personal_data_are_encrypted_on_disk():
    make_applicant()
    store = EncryptedStore.configured()
    raw = [path.read_bytes() for path in configured.FILES_ROOT.rglob("*") if path.is_file()]
    assert on_disk()
    assert all(each.startswith(b"KMF1") for each in raw)
    assert not any(b"%PDF" in each for each in raw)
    assert all(store.get(name) for name in on_disk())


def test_answers_about_persons_are_encrypted_in_the_database():
    made = make_applicant()
    assert Answer.objects.get(application=made.application, page="management").values["management"]
    assert NAME.encode() not in stored("applications_answer")
    assert IDENTITY.encode() not in stored("applications_answer")


def test_numbers_of_identity_papers_are_encrypted_in_the_register_of_persons():
    make_applicant()
    assert Person.objects.exclude(identity_sealed=None).exists()
    for model in (Person, Answer):
        assert IDENTITY.encode() not in stored(model._meta.db_table)


def test_what_an_inquiry_found_is_encrypted():
    made = make_applicant()
    inquiring.note_source(
        made.application.pk,
        about="Anna de Vries",
        source="Insolventieregister",
        finding="Schuldsanering in 2019",
        concern=True,
        by=made.staff,
        today=timezone.localdate(),
    )
    assert InquiryEntry.objects.get().finding == "Schuldsanering in 2019"
    for secret in (b"Schuldsanering", NAME.encode()):
        assert secret not in stored("applications_inquiryentry")


def test_a_sealed_answer_cannot_stand_in_another_column():
    made = make_applicant()
    with connection.cursor() as cursor:
        cursor.execute('SELECT "values" FROM applications_answer')
        sealed = bytes(cursor.fetchone()[0])
    entry = inquiring.note_source(
        made.application.pk,
        about="Anna",
        source="Handelsregister",
        finding="Niets",
        concern=False,
        by=made.staff,
        today=timezone.localdate(),
    )
    with connection.cursor() as cursor:
        cursor.execute("UPDATE applications_inquiryentry SET finding = %s WHERE id = %s", [sealed, entry.pk])
    with pytest.raises(CannotOpenError):
        InquiryEntry.objects.get(pk=entry.pk)


def test_without_the_master_key_nothing_sealed_can_be_read(settings):
    made = make_applicant()
    settings.FILE_KEYS = ["another-key"]
    with pytest.raises(CannotOpenError):
        Answer.objects.get(application=made.application, page="management")


def test_with_a_new_master_key_in_front_what_was_sealed_before_can_be_read(settings):
    made = make_applicant()
    settings.FILE_KEYS = ["a-newer-key", *settings.FILE_KEYS]
    answer = Answer.objects.get(application=made.application, page="management")
    answer.save()
    settings.FILE_KEYS = ["a-newer-key"]
    assert Answer.objects.get(pk=answer.pk).values == answer.values


def test_opening_a_document_says_who_looked_and_when():
    made = make_applicant()
    attachment = made.application.attachments.select_related("document").get()
    documents.read(attachment.document, opened_by=made.staff)
    opened = Entry.objects.filter(kind="document.opened", subject_id=str(attachment.document.public_id)).get()
    assert opened.actor_id == str(made.staff.pk)
    assert len(documents.openings(attachment.document)) == 1


def test_nobody_reads_an_attachment_by_the_documents_of_the_school():
    """A colleague of the administration, or an auditor, sees no identity papers."""
    made = make_applicant()
    document = made.application.attachments.select_related("document").get().document
    client = Client()
    client.force_login(made.member)
    assert client.get(f"/mijn/document/{document.public_id}/").status_code == 404


def test_a_processing_agreement_names_who_is_told_of_a_data_leak():
    _school, member = make_agreements(signed=False)
    agreement = Agreement.objects.get(kind=AgreementKind.PROCESSING)
    with pytest.raises(NotPossibleError) as refused:
        agreements.sign_for_school(agreement.pk, SIGNATURE, by=member, now=timezone.now())
    assert refused.value.codes == ("contactpersoon",)
