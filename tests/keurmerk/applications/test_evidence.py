"""Documents of an application: added once, pointed at per demand, confirmed by staff."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.applications import attach, make_applicant
from tests.factories.file_contents import pdf, png
from tests.factories.files import own_store

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import NotOpenError
from keurmerk.applications.models import Attachment, Reference
from keurmerk.applications.service import evidence
from keurmerk.certification.errors import NotPossibleError
from keurmerk.documents.models import Document
from keurmerk.journal.models import Entry

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))
TODAY = timezone.localdate(NOW)


@pytest.fixture
def draft():
    return make_applicant(ApplicationState.DRAFT, now=NOW)


@pytest.fixture
def submitted():
    return make_applicant(now=NOW)


def point(made, code, attachment, **given):
    return evidence.point_at(made.application.pk, code, attachment, **({"pages": "2-4", "now": NOW} | given))


def test_a_document_gets_the_next_number_and_its_pages_are_counted(draft):
    attachment = attach(draft.application, by=draft.member, now=NOW, data=png())
    assert (attachment.number, attachment.pages, attachment.has_text) == (2, 1, False)


def test_the_same_contents_again_give_the_attachment_of_then(draft):
    again = attach(draft.application, by=draft.member, now=NOW, title="Nog eens", data=pdf())
    assert again == draft.application.attachments.get()


def test_a_document_of_an_application_is_for_staff_and_not_for_every_colleague(draft):
    assert not draft.application.attachments.get().document.for_school


def test_an_application_has_a_limit_to_its_documents(draft, monkeypatch):
    monkeypatch.setattr(evidence, "MOST_ATTACHMENTS", 1)
    with pytest.raises(NotPossibleError) as refused:
        attach(draft.application, by=draft.member, now=NOW, data=png())
    assert refused.value.codes == ("te_veel",)


def test_a_demand_is_met_in_a_document_on_its_pages(draft):
    attachment = draft.application.attachments.get()
    reference = point(draft, "A2", attachment, issued_on=TODAY)
    assert (reference.pages, reference.issued_on) == ("2-4", TODAY)
    assert draft.application.references.filter(code="A2").count() == 1


def test_pointing_somewhere_takes_back_that_it_does_not_apply_and_the_other_way_round(draft):
    application, attachment = draft.application, draft.application.attachments.get()
    Reference.objects.filter(code="G15").delete()
    evidence.does_not_apply(application.pk, "G15", "Wij bieden geen nevenactiviteiten.", now=NOW)
    assert application.references.get(code="G15").does_not_apply
    point(draft, "G15", attachment)
    assert application.references.get(code="G15").attachment == attachment


def test_without_a_reason_a_demand_is_asked_again(draft):
    application = draft.application
    application.references.filter(code="G15").delete()
    evidence.does_not_apply(application.pk, "G15", "Niet nodig.", now=NOW)
    evidence.does_not_apply(application.pk, "G15", " ", now=NOW)
    assert not application.references.filter(code="G15").exists()


def test_a_document_of_another_application_cannot_be_pointed_at(draft, submitted):
    with pytest.raises(NotPossibleError) as refused:
        point(draft, "A2", submitted.application.attachments.get())
    assert refused.value.codes == ("andere_aanvraag",)


def test_a_document_that_is_removed_goes_with_what_pointed_at_it(draft):
    attachment = draft.application.attachments.get()
    evidence.remove_attachment(attachment, by=draft.member, now=NOW)
    assert not draft.application.references.exists()
    assert not Document.objects.present().filter(pk=attachment.document_id).exists()


def test_what_was_handed_in_stays(submitted):
    application = submitted.application
    attachment = application.attachments.get()
    reference = application.references.first()
    for change in (
        lambda: evidence.remove_attachment(attachment, by=submitted.member, now=NOW),
        lambda: evidence.unpoint(reference, now=NOW),
        lambda: point(submitted, "A2", attachment),
        lambda: attach(application, by=submitted.member, now=NOW, data=png()),
    ):
        with pytest.raises(NotOpenError):
            change()
    assert Attachment.objects.filter(application=application).count() == 1


def test_while_completing_a_document_is_added_for_the_page_that_was_asked():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    attachment = attach(made.application, by=made.member, now=NOW + timedelta(days=1), data=png())
    assert point(made, "H6", attachment).attachment == attachment
    with pytest.raises(NotOpenError):
        point(made, "A2", attachment)


def confirm(made, *, holds, remark=""):
    reference = made.application.references.get(code="A6")
    return evidence.confirm(reference, holds=holds, remark=remark, by=made.staff, today=TODAY)


def test_staff_confirm_what_was_typed_of_a_document(submitted):
    reference = confirm(submitted, holds=True)
    assert (reference.confirmed, reference.confirmed_by, reference.confirmed_on) == (
        True,
        submitted.staff,
        TODAY,
    )
    assert Entry.objects.get(kind="application.evidence_confirmed").actor_id == str(submitted.staff.pk)


def test_what_is_not_so_needs_a_remark(submitted):
    with pytest.raises(NotPossibleError) as refused:
        confirm(submitted, holds=False, remark=" ")
    assert refused.value.codes == ("opmerking_ontbreekt",)
    assert confirm(submitted, holds=False, remark="Afgegeven op 3 mei.").remark == "Afgegeven op 3 mei."


def test_a_draft_is_not_looked_at_by_staff(draft):
    with pytest.raises(NotPossibleError):
        confirm(draft, holds=True)


def test_pointing_anew_asks_staff_to_look_anew():
    made = make_applicant(now=NOW)
    reference = confirm(made, holds=True)
    made.application.state = ApplicationState.DRAFT
    made.application.save()
    again = point(made, "A6", reference.attachment, row=reference.row, profile="60", issued_on=TODAY)
    assert (again.pk, again.confirmed) == (reference.pk, None)
