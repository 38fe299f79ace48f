"""An exception turns a failing norm lawful, visibly: from the question of a school to what everybody sees."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.assessments import service as assessments
from keurmerk.certification.queries import findings_of
from keurmerk.dispensations.models import Dispensation
from keurmerk.journal.party import SYSTEM
from keurmerk.web.outcomes.periods import code
from rulebook.dispensations import Code
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import State
from tests.factories.case_rows import put_in
from tests.factories.certification import make_decider
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_checked, tick_all

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def page(client, name, *args):
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def send(client, name, thing, **given):
    answer = client.post(reverse(name, args=[*thing]), given)
    assert answer.status_code == 302, answer.content.decode()


def failed_norms(assessment):
    return sorted({row["norm"] for row in assessment.outcome["normen"] if row["oordeel"] == "voldoet_niet"})


def a_file(name):
    return SimpleUploadedFile(name, name.encode(), "text/plain")


def test_an_exception_turns_a_failing_norm_lawful_visibly():
    period = MeasuringPeriod.starting(date(timezone.localdate().year, 1, 1))
    school = make_school()
    certificate = put_in(State.INDEFINITE, school=school, period_first=period.first)
    upload = make_checked(school, period=period)
    tick_all(upload)
    assessment = assessments.commit_upload(upload, committed_by=SYSTEM)
    failed = failed_norms(assessment)
    assert failed
    owner, adviser, decider = (
        signed_in(user) for user in (make_school_user(school), make_decider(), make_decider())
    )
    assert "maar toegestaan" not in page(owner, "school:outcome", assessment.public_id)
    assert findings_of(certificate)[Fact.NORM_FAILED]

    send(
        owner,
        "school:dispensation-new",
        (school.public_id, Code.SHRINKING),
        period=code(period),
        norms=failed,
        late_because="De gemeente stopte pas laat.",
        text="Er zijn nog elf Cursisten onder de Wi2013.",
        stuk_aantallen=a_file("aantallen.txt"),
        stuk_verwachting=a_file("verwachting.txt"),
    )
    asked = Dispensation.objects.get()
    here = (asked.public_id,)
    judged = {f"voldoet_{each.code}": "ja" for each in asked.kind_.conditions}
    send(adviser, "staff:dispensation-judge", here, **judged)
    send(
        adviser,
        "staff:dispensation-advise",
        here,
        advice="verlenen",
        text="De terugloop is aannemelijk.",
        valid_from=period.first.isoformat(),
        valid_until=period.last.isoformat(),
        conditions="Meld elk kwartaal het aantal Cursisten.",
        **{f"gevolg_{norm}": "norm_geldt_niet" for norm in failed},
    )
    assert "maar toegestaan" not in page(owner, "school:outcome", assessment.public_id)
    send(decider, "staff:dispensation-decide", here, reasons="De terugloop is aannemelijk.")

    seen = page(owner, "school:outcome", assessment.public_id)
    assert "Niet voldaan, maar toegestaan" in seen
    assert asked.reference in seen
    assert "Meld elk kwartaal het aantal Cursisten." in seen
    assert page(decider, "staff:outcome", assessment.public_id).count(asked.reference) >= len(failed)
    assert not findings_of(certificate).get(Fact.NORM_FAILED)
    assessment.refresh_from_db()
    assert failed_norms(assessment) == failed
