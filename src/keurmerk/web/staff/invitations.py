"""Inviting somebody: the account is opened, and a mail carries the link with which they choose a password."""

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.password_reset import get_reset_password_from_key_url
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.unit import journaled
from keurmerk.organisations import service as organisations
from keurmerk.organisations.models import School
from keurmerk.web.access import user_of


@journaled
def invite_to_school(request: HttpRequest, school: School, *, name: str, email: str) -> User:
    """Account, membership and journal in one go; the mail leaves when all of that is certain."""
    user = accounts.open_account(email=email, name=name, role=Role.SCHOOL, opened_by=user_of(request))
    organisations.add_member(school, user, added_by=user_of(request))
    transaction.on_commit(lambda: send_invitation(request, school, user))
    return user


def send_invitation(request: HttpRequest, school: School, user: User) -> None:
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    context = {"school": school, "user": user, "link": get_reset_password_from_key_url(request, key)}
    body = render_to_string("staff/person/invitation.txt", context)
    send_mail("Uw toegang tot Keurmerk", body, None, [user.email])
