"""Documents of an application: added, pointed at, checked, opened, taken away."""

import json
from datetime import date

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from keurmerk.applications.models import Answer, Attachment, Reference
from keurmerk.journal.models import Entry
from keurmerk.organisations.enums import MembershipFunction
from tests.factories.file_contents import PROGRAM, blank_pdf, pdf
from tests.factories.organisations import make_school_user
from tests.keurmerk.web.school.application.boxes import typed_on
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def file(name="plan.pdf", data=None):
    return SimpleUploadedFile(name, data or pdf())


def distinct(number):
    writer = blank_pdf()
    writer.add_metadata({"/Title": f"Stuk {number}"})
    return file(f"stuk{number}.pdf", pdf(writer))


def long(pages):
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    return file("scan.pdf", pdf(writer))


def protected():
    writer = blank_pdf()
    writer.encrypt("geheim")
    return file("geheim.pdf", pdf(writer))


@pytest.fixture
def application(applicant, client):
    client.force_login(applicant.member)
    return applicant.application


def address(application, name="application-attachments", *more):
    return reverse(f"school:{name}", args=[application.public_id, *more])


def numbers(application):
    return list(Attachment.objects.filter(application=application).values_list("number", flat=True))


def send_one(client, application, sent):
    return client.post(address(application, "application-attachment-add"), {"papers": sent})


def test_several_at_once_without_a_script(application, client):
    answer = client.post(address(application), {"papers": [distinct(1), distinct(2)]})
    assert "Toegevoegd: Bijlage 2: stuk1.pdf (1 pagina) en Bijlage 3" in page_of(
        client.get(answer["Location"])
    )


def test_of_forty_one_by_one_the_thirty_ninth_fails_and_the_others_stay(application, client):
    before = len(numbers(application))
    for number in range(1, 41):
        sent = distinct(number) if number != 39 else file("stuk39.pdf", PROGRAM)
        answer = send_one(client, application, sent)
        assert answer.status_code == (422 if number == 39 else 200)
        if number == 39:
            assert "stuk39.pdf" in json.loads(answer.content)["fout"]
    assert len(numbers(application)) == before + 39
    assert send_one(client, application, distinct(39)).status_code == 200
    assert len(numbers(application)) == before + 40


def test_the_same_file_twice_is_one(application, client):
    first = send_one(client, application, distinct(1)).json()
    assert send_one(client, application, distinct(1)).json()["naam"] == first["naam"]


def test_a_protected_pdf_is_refused_with_the_remedy(application, client):
    told = send_one(client, application, protected()).json()["fout"]
    assert "geheim.pdf" in told
    assert "Sla het zonder beveiliging op" in told


def test_a_scan_of_three_hundred_pages_is_taken_with_a_warning(application, client):
    told = send_one(client, application, long(300)).json()
    assert "300 pagina’s" in told["naam"]
    assert any("scan zonder leesbare tekst" in text for text in told["let_op"])
    assert any("300 pagina’s" in text for text in told["let_op"])


def test_too_big_names_the_limit(application, client, settings):
    settings.DOCUMENT_MAX_BYTES = 1_000_000
    told = send_one(client, application, file("groot.pdf", pdf() + b" " * 1_050_000)).json()["fout"]
    assert "groter dan 1 MB" in told


def test_a_new_document_comes_with_its_place_its_day_and_its_profile(application, client):
    row = Answer.objects.get(application=application, page="management").values["management"][0]["id"]
    Reference.objects.filter(application=application, code="A6").delete()
    path = address(application, "application-document", "management", f"A6:{row}")
    typed = {"file": distinct(1), "pages": "1", "issued_on": "1-11-2026", "profile": "60"}
    answer = client.post(path, typed)
    assert answer["Location"].endswith(f"#v-{row}-A6")
    kept = Reference.objects.get(application=application, code="A6")
    assert (kept.row, kept.pages, kept.issued_on, kept.profile) == (row, "1", date(2026, 11, 1), "60")


def test_a_wrong_day_is_told_and_nothing_is_added(application, client):
    row = Answer.objects.get(application=application, page="management").values["management"][0]["id"]
    path = address(application, "application-document", "management", f"A6:{row}")
    before = numbers(application)
    answer = client.post(path, {"file": distinct(1), "pages": "3", "issued_on": "31-2-2026", "profile": "60"})
    assert answer.status_code == 422
    assert "Dit is geen datum. Typ bijvoorbeeld 31-3-2026." in page_of(answer)
    assert numbers(application) == before


def on_page(client, application, code, act="bewaren", **changes):
    path = reverse("school:application-page", args=[application.public_id, code])
    return client.post(path, typed_on(client.get(path)) | changes | {"actie": act})


def test_an_attachment_that_is_there_is_chosen_on_the_page(application, client):
    Reference.objects.filter(application=application, code="B1").delete()
    new = {"bewijs.B1.nieuw.bijlage": "1", "bewijs.B1.nieuw.pagina": "4-5"}
    on_page(client, application, "privacy", **new)
    kept = Reference.objects.get(application=application, code="B1")
    assert (kept.attachment.number, kept.pages) == (1, "4-5")


def test_by_itself_a_choice_stays_a_choice(application, client):
    Reference.objects.filter(application=application, code="B1").delete()
    path = reverse("school:application-page", args=[application.public_id, "privacy"])
    keep = reverse("school:application-keep", args=[application.public_id, "privacy"])
    new = {"bewijs.B1.nieuw.bijlage": "1", "bewijs.B1.nieuw.pagina": "4-5"}
    assert client.post(keep, typed_on(client.get(path)) | new).status_code == 200
    assert not Reference.objects.filter(application=application, code="B1").exists()
    again = typed_on(client.get(path))
    assert (again["bewijs.B1.nieuw.bijlage"], again["bewijs.B1.nieuw.pagina"]) == (["1"], ["4-5"])


def test_a_wrong_day_on_the_page_is_kept_as_typed_until_it_is_right(application, client):
    row = Answer.objects.get(application=application, page="management").values["management"][0]["id"]
    name = f"bewijs.A6:{row}.1.afgegeven"
    answer = on_page(client, application, "management", **{name: "31-2-2026"})
    assert answer.status_code == 422
    path = reverse("school:application-page", args=[application.public_id, "management"])
    assert typed_on(client.get(path))[name] == ["31-2-2026"]
    assert on_page(client, application, "management", **{name: "1-11-2026"}).status_code == 302
    assert Reference.objects.get(application=application, code="A6").issued_on == date(2026, 11, 1)


def test_a_place_without_a_document_is_asked_for_its_document(application, client):
    answer = on_page(client, application, "privacy", **{"bewijs.B1.nieuw.pagina": "7"})
    assert answer.status_code == 422
    assert 'value="7"' in answer.content.decode()


def test_why_it_is_not_needed_takes_the_place_of_a_document(application, client):
    Reference.objects.filter(application=application, code="G16").delete()
    on_page(client, application, "onderwijsplan", **{"bewijs.G16.niet_nodig": "Wij geven geen Wi2013."})
    kept = Reference.objects.get(application=application, code="G16")
    assert (kept.attachment, kept.does_not_apply) == (None, "Wij geven geen Wi2013.")


def test_a_document_is_let_loose_from_a_demand_and_stays(application, client):
    on_page(client, application, "privacy", "los:B1:1")
    assert not Reference.objects.filter(application=application, code="B1").exists()
    assert numbers(application) == [1]


def test_taken_away_after_one_question(application, client):
    send_one(client, application, distinct(1))
    extra = Attachment.objects.get(application=application, number=2)
    path = reverse("school:attachment-remove", args=[extra.public_id])
    assert "niet meer terug te halen" in page_of(client.get(path))
    client.post(path)
    assert numbers(application) == [1]


def test_opening_is_told_in_the_journal(application, client):
    attachment = application.attachments.get()
    before = Entry.objects.count()
    answer = client.get(reverse("school:attachment", args=[attachment.public_id]))
    assert answer.content == pdf()
    assert Entry.objects.count() == before + 1


def test_administration_sees_no_documents_of_persons(application, client):
    client.force_login(make_school_user(application.school, MembershipFunction.ADMINISTRATION))
    attachment = application.attachments.get()
    assert client.get(address(application)).status_code == 403
    assert client.get(reverse("school:attachment", args=[attachment.public_id])).status_code == 403


def test_of_another_school_it_does_not_exist(application, client):
    client.force_login(make_school_user())
    attachment = application.attachments.get()
    for path in (address(application), reverse("school:attachment", args=[attachment.public_id])):
        assert client.get(path).status_code == 404
