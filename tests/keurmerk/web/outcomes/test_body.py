import pytest
from django.core.cache import caches

from keurmerk.web.outcomes.body import KEPT
from keurmerk.web.outcomes.warnings import SHOWN, warnings_by_table
from tests.factories.accounts import Role, make_user
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_assessment


@pytest.mark.django_db
def test_what_an_assessment_says_is_rendered_once_for_each_audience(client):
    school = make_school()
    assessment = make_assessment(school)
    client.force_login(make_school_user(school))
    first = client.get(f"/mijn/beoordeling/{assessment.public_id}/").content.decode()
    key = f"outcome:school:{assessment.public_id}"
    kept = caches[KEPT].get(key)
    assert kept in first
    assert "csrfmiddlewaretoken" not in kept
    assert kept in client.get(f"/mijn/beoordeling/{assessment.public_id}/").content.decode()
    client.force_login(make_user(Role.STAFF))
    page = client.get(f"/medewerker/beoordeling/{assessment.public_id}/").content.decode()
    assert f"/medewerker/beoordeling/{assessment.public_id}/waarom/" in page
    assert "/mijn/beoordeling/" not in page


@pytest.mark.django_db
def test_what_was_rendered_for_one_school_stays_closed_to_another(client):
    school = make_school()
    assessment = make_assessment(school)
    client.force_login(make_school_user(school))
    assert client.get(f"/mijn/beoordeling/{assessment.public_id}/").status_code == 200
    client.force_login(make_school_user())
    assert client.get(f"/mijn/beoordeling/{assessment.public_id}/").status_code == 404


def test_of_many_warnings_the_first_are_shown_and_the_others_counted():
    texts = [f"aanwezigheid l{number}/c1: vreemd." for number in range(SHOWN + 3)]
    attendance, lessons = warnings_by_table([*texts, "lessen l1: vreemd."])
    assert (attendance.about, attendance.count, attendance.more) == ("aanwezigheid", SHOWN + 3, 3)
    assert len(attendance.first) == SHOWN
    assert (lessons.about, lessons.more) == ("lessen", 0)
