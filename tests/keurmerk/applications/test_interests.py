"""From interest to an invitation: an address first; who is known waits for the scheme (§2.3)."""

from datetime import date

import pytest
from tests.factories.applications import make_interest
from tests.factories.case_rows import put_in
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school

from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Agreement, Interest
from keurmerk.applications.queries.interests import interest_lines, line_of
from keurmerk.applications.service import interests
from keurmerk.applications.service.interests import Shown
from keurmerk.certification.errors import NotPossibleError
from keurmerk.messaging.models import Message
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import School
from rulebook.lifecycle.states import State

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
SHOWN = Shown(
    name=" Taalhuis De Brug ", kvk_number="1234 5678", person="Anna de Vries", email="Anna@Brug.example"
)


def mails(kind):
    return Message.objects.filter(kind__endswith=kind).count()


def test_an_interest_waits_until_its_address_is_confirmed():
    interest = interests.show_interest(SHOWN, today=TODAY)
    assert (interest.state, interest.name, interest.kvk_number) == (
        "gevraagd",
        "Taalhuis De Brug",
        "12345678",
    )
    assert mails("person_interest_confirm") == 1
    assert not School.objects.filter(kvk_number="12345678").exists()


def test_asking_again_keeps_one_interest():
    first = interests.show_interest(SHOWN, today=TODAY)
    assert interests.show_interest(SHOWN, today=TODAY).pk == first.pk
    assert Interest.objects.count() == 1


def test_a_school_that_nobody_knows_is_invited_as_soon_as_the_address_is_confirmed():
    interest = interests.show_interest(SHOWN, today=TODAY)
    interest = interests.confirm_interest(interest.pk, today=TODAY)
    school = School.objects.get(kvk_number="12345678")
    assert (interest.state, interest.school) == (InterestState.ACCEPTED, school)
    assert Agreement.objects.filter(school=school, offered_on=TODAY).count() == 2
    invitation = school.invitations.get()
    assert (invitation.email, invitation.function) == ("anna@brug.example", MembershipFunction.APPLICANT)


def test_confirming_twice_invites_once():
    interest = interests.show_interest(SHOWN, today=TODAY)
    interests.confirm_interest(interest.pk, today=TODAY)
    interests.confirm_interest(interest.pk, today=TODAY)
    assert School.objects.get(kvk_number="12345678").invitations.count() == 1


def test_a_known_kvk_number_waits_for_staff():
    school = make_school()
    interest = make_interest(kvk_number=school.kvk_number, today=TODAY)
    assert interest.state == InterestState.CONFIRMED
    assert not Agreement.objects.filter(school=school).exists()
    assert not school.invitations.exists()


def test_staff_accept_and_the_school_of_that_number_is_invited():
    school, staff = make_school(), make_staff()
    interest = make_interest(kvk_number=school.kvk_number, today=TODAY)
    accepted = interests.accept_interest(interest.pk, by=staff, today=TODAY)
    assert (accepted.state, accepted.school, accepted.handled_by) == ("uitgenodigd", school, staff)
    assert Agreement.objects.filter(school=school).count() == 2


def test_what_was_handled_is_not_handled_again():
    interest = make_interest(kvk_number=make_school().kvk_number, today=TODAY)
    interests.accept_interest(interest.pk, by=make_staff(), today=TODAY)
    for again in (
        lambda: interests.accept_interest(interest.pk, by=make_staff(), today=TODAY),
        lambda: interests.decline_interest(interest.pk, because="Dubbel.", by=make_staff(), today=TODAY),
    ):
        with pytest.raises(NotPossibleError) as refused:
            again()
        assert refused.value.codes == ("al_afgehandeld",)


def test_an_interest_without_a_confirmed_address_cannot_be_accepted():
    interest = make_interest(confirmed=False, today=TODAY)
    with pytest.raises(NotPossibleError):
        interests.accept_interest(interest.pk, by=make_staff(), today=TODAY)


def test_declining_needs_a_reason_that_is_mailed():
    interest = make_interest(kvk_number=make_school().kvk_number, today=TODAY)
    with pytest.raises(NotPossibleError):
        interests.decline_interest(interest.pk, because="  ", by=make_staff(), today=TODAY)
    declined = interests.decline_interest(interest.pk, because="Al houder.", by=make_staff(), today=TODAY)
    assert (declined.state, declined.reason) == (InterestState.DECLINED, "Al houder.")
    assert mails("person_interest_declined") == 1


def test_a_withdrawn_mark_of_that_number_is_seen():
    certificate = put_in(State.WITHDRAWN)
    line = line_of(make_interest(kvk_number=certificate.school.kvk_number, today=TODAY))
    assert (line.school, line.was_lost, line.ended) == (certificate.school, True, True)
    assert not line_of(make_interest(kvk_number=put_in(State.INDEFINITE).school.kvk_number)).ended


def test_those_that_wait_for_staff_come_before_those_that_were_handled():
    known, unknown = make_interest(kvk_number=make_school().kvk_number), make_interest()
    lines = interest_lines()
    assert [line.interest.pk for line in lines] == [known.pk, unknown.pk]
    assert [line.interest.pk for line in interest_lines("uitgenodigd")] == [unknown.pk]
