"""Files in a form: every one that cannot be taken is named, and none is taken then."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from keurmerk.documents.forms import CHOOSE_AGAIN, DocumentField
from tests.factories.file_contents import PROGRAM, TEXT, docx, pdf


def sent(*files, **options):
    class Form(forms.Form):
        files = DocumentField(label="Bestanden", **options)

    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return Form({}, MultiValueDict({"files": uploads}))


def told(form):
    return form.errors.get("files", [])


def test_what_is_taken_is_examined():
    form = sent(("plan.docx", docx()), ("map\\besluit.pdf", pdf()), most=3)
    assert form.is_valid()
    assert [(file.filename, file.data) for file in form.cleaned_data["files"]] == [
        ("plan.docx", docx()),
        ("besluit.pdf", pdf()),
    ]


def test_every_refused_file_is_named_and_all_must_be_chosen_again():
    form = sent(("a.pdf", PROGRAM), ("b.txt", TEXT), ("c.docx", b""), most=3)
    first, second, third = told(form)
    assert (first[:7], second[:8], third) == ("‘a.pdf’", "‘c.docx’", CHOOSE_AGAIN)


def test_one_refused_file_is_told_by_itself():
    [message] = told(sent(("a.txt", b"")))
    assert message.startswith("‘a.txt’ is leeg.")


def test_a_file_must_be_chosen_unless_it_need_not():
    assert told(sent()) == ["Kies een bestand."]
    form = sent(required=False)
    assert form.is_valid()
    assert form.cleaned_data["files"] == []


def test_no_more_files_than_asked():
    [message] = told(sent(("a.txt", TEXT), ("b.txt", TEXT)))
    assert message.startswith("U koos 2 bestanden; hier kunt u er hoogstens 1 toevoegen.")


def test_a_form_may_ask_for_some_kinds_only():
    [message] = told(sent(("plan.docx", docx()), extensions=("pdf", "odt")))
    assert message == "‘plan.docx’ is geen bestand dat u kunt toevoegen. Kies .pdf of .odt."
    with pytest.raises(ValueError, match="never a document"):
        DocumentField(extensions=("exe",))


def test_what_is_too_big_is_not_read(settings):
    settings.DOCUMENT_MAX_BYTES = 10
    upload = SimpleUploadedFile("a.txt", TEXT)
    with pytest.raises(forms.ValidationError, match="is groter dan"):
        DocumentField().clean([upload])
    assert upload.tell() == 0


def test_the_field_says_what_it_accepts(settings):
    field = DocumentField(most=3, extensions=("pdf", "jpg"))
    assert (field.accepts, field.most_in_words) == (".pdf of .jpg", "3 bestanden van elk 25 MB")
    assert DocumentField().most_in_words == "25 MB"
    html = str(sent(most=3, extensions=("pdf", "jpg"))["files"])
    assert 'accept=".pdf,.jpg"' in html
    assert " multiple" in html
