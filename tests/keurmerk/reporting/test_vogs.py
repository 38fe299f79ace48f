"""Certificates of conduct of the management: handed in, looked at, asked anew."""

from datetime import date, timedelta

import pytest

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Task
from keurmerk.messaging.models import Message
from keurmerk.reporting.enums import VogState
from keurmerk.reporting.models import Manager, Vog
from keurmerk.reporting.queries.vogs import all_lines, lines_of
from keurmerk.reporting.service.managers import end_manager
from keurmerk.reporting.service.vogs import ask_all, give_vog, judge_vog
from rulebook.application.vog import VogFault
from rulebook.lifecycle.pieces import Side
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user
from tests.factories.reporting import TODAY, holder, make_manager, make_vog, seen, text_file

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def judged(vog, *, agrees=True, remark="", **given):
    return judge_vog(vog.pk, seen(**given), agrees=agrees, remark=remark, by=make_staff(), today=TODAY)


def open_tasks(side):
    return list(Task.objects.filter(side=side, done_on=None).values_list("code", flat=True))


def test_a_certificate_is_kept_apart_from_the_schools_documents_and_waits_for_staff():
    vog = make_vog()
    assert (vog.state, vog.document.for_school) == (VogState.GIVEN, False)
    assert open_tasks(Side.SCHEME) == ["vog_bekijken"]


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"profile": "gva"}, "aanbesteden"),
        ({"profile": "ander"}, "profiel 60"),
        ({"issued_on": TODAY + timedelta(days=1)}, "toekomst"),
        ({"name": " "}, "naam"),
    ],
)
def test_what_never_counts_is_refused_at_once(given, word):
    with pytest.raises(NotPossibleError, match=word):
        make_vog(**given)
    assert not Vog.objects.exists()


def test_an_old_one_or_another_name_is_taken_in_and_told():
    vog = make_vog(issued_on=date(2025, 8, 1), name="Maria Jansen")
    (line,) = lines_of(vog.manager.school, TODAY)
    assert set(line.faults) == {VogFault.TOO_OLD, VogFault.OTHER_NAME}


def test_what_staff_saw_counts():
    vog = judged(make_vog(issued_on=date(2026, 1, 15)), issued_on=date(2026, 1, 5))
    assert (vog.state, vog.issued_on, vog.good_until) == (
        VogState.CONFIRMED,
        date(2026, 1, 5),
        date(2026, 7, 5),
    )
    vog.task.refresh_from_db()
    assert vog.task.done_on == TODAY
    assert vog.task.case.closed_on == TODAY


def test_staff_cannot_confirm_what_never_counts():
    vog = make_vog()
    with pytest.raises(NotPossibleError, match="aanbesteden"):
        judged(vog, profile="gva")
    vog.refresh_from_db()
    assert vog.state == VogState.GIVEN


def test_another_name_is_confirmed_with_a_reason_only():
    vog = make_vog(name="Maria Jansen")
    with pytest.raises(NotPossibleError, match="dezelfde persoon"):
        judged(vog, name="Maria Jansen")
    assert judged(vog, name="Maria Jansen", remark="Geboortenaam.").state == VogState.CONFIRMED


def test_a_refused_one_is_asked_anew_with_the_reason():
    vog = make_vog()
    with pytest.raises(NotPossibleError, match="niet goed is"):
        judged(vog, agrees=False)
    judged(vog, agrees=False, remark="De scan is onleesbaar.")
    (line,) = lines_of(vog.manager.school, TODAY)
    assert (line.newest, line.refused.remark) == (None, "De scan is onleesbaar.")
    assert line.faults == (VogFault.MISSING,)
    assert Task.objects.get(code=f"vog_van_{vog.manager.pk}").due == TODAY + timedelta(weeks=4)
    assert Message.objects.filter(kind="reporting.school_vog_refused").count() == 1


def test_the_same_file_twice_is_one_certificate():
    manager = make_manager()
    user = make_school_user(manager.school)
    first, second = (give_vog(manager, seen(), text_file("VOG"), by=user, today=TODAY) for _ in range(2))
    assert first == second
    assert Vog.objects.count() == 1


def test_who_manages_a_holder_without_one_is_asked_once():
    make_manager()
    assert [ask_all(TODAY), ask_all(TODAY)] == [1, 0]


def test_handing_it_in_ends_what_was_asked():
    manager = make_manager()
    ask_all(TODAY)
    make_vog(manager)
    assert Task.objects.get(code=f"vog_van_{manager.pk}").done_on == TODAY
    assert ask_all(TODAY) == 0


@pytest.mark.parametrize(("today", "asked"), [(date(2026, 12, 15), 0), (date(2026, 12, 16), 1)])
def test_every_year_it_is_asked_anew_thirty_days_ahead(today, asked):
    judged(make_vog(issued_on=date(2026, 1, 15)))
    assert ask_all(today) == asked
    if asked:
        assert Task.objects.get(done_on=None).due == date(2027, 1, 15)


def test_of_who_left_nothing_is_asked():
    manager = make_manager()
    end_manager(manager, until=TODAY, by=make_school_user(manager.school), today=TODAY)
    assert ask_all(TODAY + timedelta(days=1)) == 0
    assert lines_of(manager.school, TODAY + timedelta(days=1)) == []


def test_in_a_language_centre_only_the_factual_manager_owes_one():
    school = holder().school
    make_manager(school, name="Rector")
    leader = make_manager(school, name="Leider", leads_centre=True)
    owed = [line.manager for line in lines_of(school, TODAY) if line.owed]
    assert owed == [leader]
    assert ask_all(TODAY) == 1


def test_the_same_name_entered_twice_is_one_member():
    manager = make_manager()
    again = make_manager(manager.school, name="de Vries, Maria")
    assert again == manager
    assert Manager.objects.count() == 1


def test_the_list_of_staff_takes_as_many_queries_for_many_schools(django_assert_num_queries):
    managers = [make_manager() for _ in range(3)]
    schools = [manager.school for manager in managers]
    with django_assert_num_queries(2):
        assert len(all_lines(schools, TODAY)) == 3
