from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.assessments.queries import judged_dossier_of
from keurmerk.dispensations.enums import State
from keurmerk.web.staff.journal_words import KINDS
from rulebook.dispensations import Code
from tests.factories.accounts import make_user
from tests.factories.certification import make_decider
from tests.factories.dispensations import judge_all, make_advised, make_asked, make_granted
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.results import make_assessment, small_tables, workbook

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def decider():
    return make_decider()


@pytest.fixture
def staff(client, decider):
    client.force_login(decider)
    return client


def to(name, dispensation):
    suffix = f"-{name}" if name else ""
    return reverse(f"staff:dispensation{suffix}", args=[dispensation.public_id])


def page_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_queue_has_what_waits_and_by_choice_the_rest(staff):
    asked, granted = make_asked(), make_granted()
    address = reverse("staff:dispensations")
    page = page_of(staff.get(address))
    assert asked.reference in page
    assert granted.reference not in page
    assert granted.reference in page_of(staff.get(f"{address}?stand=alle"))
    assert asked.reference not in page_of(staff.get(f"{address}?soort=stagiair"))
    assert asked.reference not in page_of(staff.get(f"{address}?stand=onzin"))
    for name in ("csv", "xlsx"):
        assert staff.get(reverse(f"staff:dispensations-{name}")).status_code == 200


def test_an_empty_queue_says_so(staff):
    assert "Er is niets gevonden." in page_of(staff.get(reverse("staff:dispensations")))


def test_the_matrix_has_the_ten_competences_in_their_groups(staff):
    page = page_of(staff.get(to("judge", make_asked())))
    for heading, points in make_asked().kind_.groups:
        assert heading in page
        for each in points:
            assert each.text in page


def test_judged_point_by_point_and_no_asks_why(staff):
    asked = make_asked()
    wrong = {"voldoet_didactiek_a": "nee", "voldoet_didactiek_b": "ja", "bewijs_didactiek_b": "Diploma."}
    answer = staff.post(to("judge", asked), wrong)
    assert answer.status_code == 422
    assert "Schrijf op waarom dit niet zo is." in page_of(answer)
    assert "Diploma." in page_of(answer)
    staff.post(to("judge", asked), {**wrong, "bewijs_didactiek_a": "Geen ervaring."})
    assert dict(asked.points.values_list("code", "holds")) == {"didactiek_a": False, "didactiek_b": True}


def advice(asked, **changed):
    given = {
        "advice": "verlenen",
        "text": "Alles klopt.",
        "valid_from": asked.wanted_from.isoformat(),
        "conditions": "Meld vertrek.",
        **{f"gevolg_{row.norm}": "telt_mee" for row in asked.norms.all()},
    }
    return {**given, **changed}


def test_advised_by_one_and_decided_by_another(staff, client):
    asked = make_asked()
    judge_all(asked, today=timezone.localdate())
    assert staff.post(to("advise", asked), advice(asked)).status_code == 302
    assert "U gaf het advies" in page_of(staff.get(to("", asked)))
    assert staff.post(to("decide", asked), {"reasons": "Zelf."}).status_code == 422
    client.force_login(make_decider())
    assert "Alles klopt." in page_of(client.get(to("decide", asked)))
    assert client.post(to("decide", asked), {"reasons": "Alles klopt."}).status_code == 302
    asked.refresh_from_db()
    assert asked.state_ is State.GRANTED


def test_advising_before_judging_says_what_is_open(staff):
    asked = make_asked()
    answer = staff.post(to("advise", asked), advice(asked))
    assert answer.status_code == 422
    assert "Nog open: 10" in page_of(answer)
    assert "Alles klopt." in page_of(answer)


def test_what_goes_wrong_in_the_days_is_told_at_the_field(staff):
    asked = make_asked()
    judge_all(asked, today=timezone.localdate())
    early = (asked.asked_on - timedelta(days=1)).isoformat()
    answer = staff.post(to("advise", asked), advice(asked, valid_from=early))
    assert "Een ontheffing werkt niet terug" in page_of(answer)


def test_without_a_mandate_the_page_says_who_can_decide(client):
    client.force_login(make_user(Role.STAFF))
    page = page_of(client.get(to("", make_advised())))
    assert "geen mandaat" in page


def test_more_is_asked_once(staff):
    asked = make_asked()
    assert staff.post(to("more", asked), {"missing": "Het diploma."}).status_code == 302
    assert staff.post(to("more", asked), {"missing": "Nog iets."}).status_code == 422
    asked.refresh_from_db()
    assert asked.repair_asked == "Het diploma."


def test_given_back_it_is_judged_again(staff):
    advised = make_advised()
    assert staff.post(to("back", advised), {"because": ""}).status_code == 422
    staff.post(to("back", advised), {"because": "Het cv ontbreekt."})
    advised.refresh_from_db()
    assert advised.state_ is State.ASKED


def test_ended_early_and_established_for_a_period(staff):
    granted = make_granted(today=timezone.localdate())
    form = page_of(staff.get(to("establish", granted)))
    assert "1.7.2.a" in form
    period = f"{timezone.localdate().year}-01-01--{timezone.localdate().year}-12-31"
    given = {"norm": "1.7.2.a", "period": period, "holds": "ja", "source": "Auditrapport."}
    assert staff.post(to("establish", granted), {**given, "norm": "2.13"}).status_code == 422
    assert staff.post(to("establish", granted), given).status_code == 302
    assert granted.established.get().holds
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    assert staff.post(to("end", granted), {"from_day": day, "because": "Vertrokken."}).status_code == 302
    granted.refresh_from_db()
    assert granted.state_ is State.ENDED


def test_the_case_leads_to_what_was_asked_and_the_school_page_lists_it(staff):
    asked = make_asked()
    case = page_of(staff.get(reverse("staff:case", args=[asked.case.public_id])))
    assert to("", asked) in case
    assert "Beslis op het verzoek om ontheffing" in case
    assert to("", asked) in page_of(staff.get(reverse("staff:school", args=[asked.school.public_id])))


def test_it_waits_on_the_worklist_with_its_day(staff):
    asked = make_asked()
    page = page_of(staff.get(reverse("staff:worklist")))
    assert "Ontheffing: ONA-docent" in page
    assert asked.school.name in page


def test_the_delivered_rows_help_to_judge_and_change_nothing(staff):
    school = make_school()
    assessment = make_assessment(school)
    asked = make_asked(
        school,
        Code.SHORT_COURSE,
        named="Cursus A1",
        code="nergens",
        wanted_from=date(2025, 1, 1),
        wanted_until=date(2025, 12, 31),
    )
    page = page_of(staff.get(to("judge", asked)))
    assert "geen groep ‘nergens’" in page
    group = group_of(assessment)
    other = make_asked(
        school, Code.SHORT_COURSE, named="B", code=group, wanted_from=date(2025, 1, 1), wanted_until=None
    )
    page = page_of(staff.get(to("judge", other)))
    assert "lesuren" in page
    assert "Aanwezigheid is niet aangeleverd." in page


def test_with_the_teacher_counted_the_share_is_told_beside_the_one_that_was_computed(staff):
    school = make_school()
    tables = small_tables(school)
    for row in tables["lessen"]:
        row["datum"] = row["datum"].replace("2024", "2025")
    assessment = make_assessment(school, workbook(tables))
    lessons = judged_dossier_of(assessment).tables["lessons"]
    teacher = lessons.filter(lessons["kind"] == "nt2")["teacher_id"][0]
    trainee = make_asked(
        school,
        Code.TRAINEE,
        code=teacher,
        wanted_from=date(2025, 1, 1),
        wanted_until=date(2025, 6, 30),
    )
    page = page_of(staff.get(to("", trainee)))
    assert "Norm 1.7.1.a:" in page
    assert "zoals berekend" in page
    assert "als deze docent meetelt" in page


def group_of(assessment):
    lessons = judged_dossier_of(assessment).tables["lessons"]
    return lessons.filter(lessons["kind"] == "nt2")["group"][0]


def test_every_line_of_the_journal_has_words():
    for verb in ("asked", "more_asked", "completed", "withdrawn", "judged", "advised", "given_back"):
        assert f"dispensation.{verb}" in KINDS
    for verb in ("granted", "refused", "ended", "established", "texts_deleted"):
        assert f"dispensation.{verb}" in KINDS


def test_the_queue_asks_as_much_of_the_database_for_many_as_for_one(
    staff, django_assert_max_num_queries, django_assert_num_queries
):
    make_asked()
    with django_assert_max_num_queries(30) as one:
        staff.get(reverse("staff:dispensations"))
    for _ in range(3):
        make_asked()
    with django_assert_num_queries(len(one)):
        staff.get(reverse("staff:dispensations"))
