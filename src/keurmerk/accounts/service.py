"""Opening and closing accounts."""

from datetime import date

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import ProtectedError
from django.http import HttpRequest

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled


class LinkedOtherwiseError(Exception):
    """The account has another outside login already."""


@journaled
def open_account(
    *, email: str, name: str, role: Role, opened_by: Party | Recordable, password: str | None = None
) -> User:
    """Without a password the person sets one through 'wachtwoord vergeten'; the address counts as known."""
    user = User.objects.create_user(email=email, password=password, name=name, role=role)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    journal.record(actor=opened_by, kind="account.opened", subject=user, payload={"role": role.value})
    return user


@journaled
def close_account(user: User, *, closed_by: Party | Recordable, today: date) -> None:
    """Shut out at once: the sessions that still run end too."""
    user.is_active = False
    user.closed_on = today
    user.set_unusable_password()
    user.save()
    end_sessions(user)
    journal.record(actor=closed_by, kind="account.closed", subject=user, payload={})


@journaled
def link_outside_login(login: SocialLogin, user: User, *, request: HttpRequest) -> None:
    """Tie this outside login to the account, which hears of it by mail. One at a time: the first stays."""
    held = User.objects.select_for_update().get(pk=user.pk)
    if SocialAccount.objects.filter(user=held, provider=login.account.provider).exists():
        raise LinkedOtherwiseError("the account has another outside login already")
    login.connect(request, held)
    journal.record(
        actor=held, kind="account.linked", subject=held, payload={"provider": login.account.provider}
    )


def end_sessions(user: User) -> None:
    keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()


@journaled
def delete_closed(before: date) -> int:
    """For the retention: accounts that were closed before this day go, with all that hangs on them.

    Who prepared or signed a decision stays as long as that decision does.
    """
    return sum(_delete(user) for user in User.objects.filter(closed_on__lt=before))


def _delete(user: User) -> int:
    try:
        with journaled():
            return user.delete()[1].get("accounts.User", 0)
    except ProtectedError:
        return 0
