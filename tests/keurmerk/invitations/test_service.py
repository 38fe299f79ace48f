"""Inviting somebody to act for a school: the verbs."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.accounts.service import close_account
from keurmerk.invitations import links, service
from keurmerk.invitations.enums import InvitationState
from keurmerk.invitations.errors import (
    AccountExistsError,
    AlreadyMemberError,
    NotOpenError,
    OtherAccountError,
    TooManyInvitationsError,
)
from keurmerk.invitations.models import Invitation
from keurmerk.invitations.retention import purge_invitations
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging.delivery import email_of
from keurmerk.messaging.errors import NotAnAddressError
from keurmerk.messaging.models import Message
from keurmerk.messaging.texts import PERSONAL_LINK
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import School
from keurmerk.organisations.service import add_member
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.invitations import address_in_mail, invite
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)


@pytest.fixture
def school():
    return make_school()


def accept_as_new(invitation, today=TODAY):
    return service.accept_as_new(invitation, name="Noor", password=PASSWORD, now=timezone.now(), today=today)


def accept(invitation, user, today=TODAY):
    return service.accept(invitation, user, now=timezone.now(), today=today)


def test_an_invitation_is_a_mail_and_nothing_more_until_it_is_accepted(school):
    invite(school, email="Noor@Voorbeeld.example ", today=TODAY)
    assert Message.objects.get().address == "noor@voorbeeld.example"
    assert not User.objects.exists()
    assert not school.memberships.exists()


def test_only_the_mail_that_leaves_has_the_link(school):
    invitation = invite(school, today=TODAY)
    message = Message.objects.get()
    assert PERSONAL_LINK in message.body
    assert "/uitnodiging/" not in message.body
    assert links.token_of(invitation) in str(email_of(message).body)
    assert links.token_of(invitation) not in str(Invitation.objects.values().get())


def test_accepting_opens_an_account_with_the_function_asked(school):
    invitation = invite(school, function=MembershipFunction.APPLICANT, today=TODAY)
    membership = accept_as_new(invitation)
    assert membership.function == MembershipFunction.APPLICANT
    assert membership.user.check_password(PASSWORD)
    assert School.objects.for_user(membership.user).get() == school


def test_who_has_an_account_joins_a_second_school_with_it(school):
    user = make_user(email="noor@voorbeeld.example")
    add_member(make_school(), user, added_by=SYSTEM)
    accept(invite(school, email="NOOR@voorbeeld.example", today=TODAY), user)
    assert School.objects.for_user(user).count() == 2


def test_an_invitation_is_good_for_fourteen_days(school):
    invitation = invite(school, today=TODAY)
    last = TODAY + timedelta(days=14)
    assert invitation.state_on(last) == InvitationState.OPEN
    with pytest.raises(NotOpenError):
        accept_as_new(invitation, today=last + timedelta(days=1))
    accept_as_new(invitation, today=last)


def test_it_works_once(school):
    invitation = invite(school, today=TODAY)
    user = accept_as_new(invitation).user
    with pytest.raises(NotOpenError):
        accept(invitation, user)


def test_withdrawn_it_works_no_more(school):
    invitation = invite(school, today=TODAY)
    for _ in range(2):
        service.withdraw(invitation, by=SYSTEM, now=timezone.now())
    with pytest.raises(NotOpenError):
        accept_as_new(invitation)
    assert Entry.objects.filter(kind="invitation.withdrawn").count() == 1


def test_an_accepted_one_cannot_be_withdrawn_or_sent_again(school):
    invitation = invite(school, today=TODAY)
    accept_as_new(invitation)
    with pytest.raises(NotOpenError):
        service.withdraw(invitation, by=SYSTEM, now=timezone.now())
    with pytest.raises(NotOpenError):
        service.resend(invitation, by=SYSTEM, today=TODAY)


def test_sent_again_the_older_link_is_void_and_the_days_begin_anew(school):
    invitation = invite(school, today=TODAY)
    old = links.token_of(invitation)
    service.resend(invitation, by=SYSTEM, today=TODAY + timedelta(days=20))
    found, newest = links.find(old)
    assert (found, newest) == (invitation, False)
    assert found.expires_on == TODAY + timedelta(days=34)
    assert old not in address_in_mail()
    with pytest.raises(NotOpenError):
        accept_as_new(invitation)  # as it was read with the old link


def test_inviting_the_same_address_again_is_the_same_invitation(school):
    first = invite(school, email="noor@voorbeeld.example", today=TODAY)
    again = invite(school, email="Noor@voorbeeld.example", function=MembershipFunction.MANAGER, today=TODAY)
    assert again == first
    assert Invitation.objects.get().function == MembershipFunction.MANAGER
    assert Message.objects.count() == 2


def test_a_member_is_not_invited(school):
    user = make_user(email="noor@voorbeeld.example")
    add_member(school, user, added_by=SYSTEM)
    with pytest.raises(AlreadyMemberError):
        invite(school, email="Noor@Voorbeeld.example")
    assert not Message.objects.exists()


def test_what_is_no_address_is_refused(school):
    with pytest.raises(NotAnAddressError):
        invite(school, email="noor@")


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR])
def test_an_account_for_other_work_can_be_invited_but_not_join(school, role):
    """Refusing at once would tell a school which addresses are known."""
    user = make_user(role, email="noor@voorbeeld.example")
    with pytest.raises(OtherAccountError):
        accept(invite(school, email=user.email, today=TODAY), user)


def test_somebody_else_cannot_accept(school):
    with pytest.raises(OtherAccountError):
        accept(invite(school, today=TODAY), make_user())


def test_a_closed_account_cannot_accept(school):
    user = make_user(email="noor@voorbeeld.example")
    close_account(user, closed_by=SYSTEM, today=TODAY)
    with pytest.raises(OtherAccountError):
        accept(invite(school, email=user.email, today=TODAY), user)


def test_no_second_account_is_opened_for_an_address(school):
    invitation = invite(school, email="noor@voorbeeld.example", today=TODAY)
    make_user(email="noor@voorbeeld.example")
    with pytest.raises(AccountExistsError):
        accept_as_new(invitation)
    assert not school.memberships.exists()


def test_one_address_is_mailed_five_times_at_most(school):
    invitation = invite(school, today=TODAY)
    for _ in range(4):
        service.resend(invitation, by=SYSTEM, today=TODAY)
    with pytest.raises(TooManyInvitationsError):
        service.resend(invitation, by=SYSTEM, today=TODAY)
    assert Message.objects.count() == 5


def test_a_school_has_twenty_five_open_at_most(school):
    for _ in range(25):
        invite(school, today=TODAY)
    with pytest.raises(TooManyInvitationsError):
        invite(school, today=TODAY)
    invite(make_school(), today=TODAY)


@pytest.mark.parametrize("token", ["", "x", "a.b", "nergens"])
def test_what_we_never_signed_finds_nothing(token):
    assert links.find(token) is None


def test_a_link_for_another_is_not_made_by_changing_one(school):
    one, other = (links.token_of(invite(school)) for _ in range(2))
    assert links.find(f"{one.partition('.')[0]}.{other.partition('.')[2]}") is None


def test_it_is_gone_three_months_after_it_expired(school):
    last = invite(school, today=TODAY).expires_on
    assert purge_invitations(last + timedelta(days=90)) == 0
    assert purge_invitations(last + timedelta(days=91)) == 1


def test_the_journal_tells_of_each_step_without_the_address(school):
    invitation = invite(school, email="noor@voorbeeld.example", today=TODAY)
    service.resend(invitation, by=SYSTEM, today=TODAY)
    accept_as_new(Invitation.objects.get())
    told = list(Entry.objects.filter(kind__startswith="invitation.").values_list("kind", flat=True))
    assert told == ["invitation.sent", "invitation.resent", "invitation.accepted"]
    assert not Entry.objects.filter(payload__contains="noor").exists()
