"""Who acts in the fictional lives, and who may sign what."""

from dataclasses import dataclass
from datetime import date, timedelta

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import Mandate
from keurmerk.certification.service.mandates import end_mandate, give_mandate
from keurmerk.demo.generator.profile import MARK
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.demo import DECIDER, LAWYER, SIGN_INS
from rulebook.lifecycle.pieces import DecisionKind as D

LONG_AGO = date(2020, 1, 1)
DAYS_IN_OFFICE = 6
SOURCE = f"Mandaatbesluit {MARK}"
EVERYTHING: tuple[D, ...] = ()
OF_STAFF = (D.GRANT_FIXED, D.EXTENSION, D.WARNING, D.COMPENSATION, D.EXEMPTION, D.PLAN_JUDGEMENT)
OF_THE_LAWYER = (D.ON_OBJECTION, D.PLAN_JUDGEMENT)
"""Who signs on an objection is another than who signed the decision that it is against (Awb 10:3)."""
DIRECTOR = ("oud-directeur@demo.example", f"Voormalig directeur {MARK}")
COUNSEL = ("oud-jurist@demo.example", f"Voormalig jurist {MARK}")
CONTACT = ("contactpersoon@demo.example", f"Contactpersoon van de school {MARK}")


@dataclass(frozen=True, slots=True)
class People:
    staff: User
    lawyer: User
    director: User
    """Signed what was decided before the people of now came; no mail goes to an account that is closed."""
    counsel: User
    """Signed on objections until then."""
    contact: User
    """Of the small schools, which have no account: without a membership no mail goes out."""


def people(today: date) -> People:
    """Everybody, with a mandate who may sign."""
    staff, decider, lawyer = (
        User.objects.get(email=email) for email in (SIGN_INS[Role.STAFF][0], DECIDER, LAWYER)
    )
    director, counsel = (_former(*named, staff, today) for named in (DIRECTOR, COUNSEL))
    for user, kinds in ((director, EVERYTHING), (counsel, (D.ON_OBJECTION,))):
        _give(user, kinds, LONG_AGO)
    for user, kinds in ((decider, EVERYTHING), (staff, OF_STAFF), (lawyer, OF_THE_LAWYER)):
        if not Mandate.objects.filter(user=user).exists():
            _give(user, kinds, today - timedelta(days=DAYS_IN_OFFICE))
    return People(staff, lawyer, director, counsel, _account(CONTACT, Role.SCHOOL, staff))


def retire(acting: People, today: date) -> None:
    """The mandates of who left end when their last decision has been told."""
    for mandate in Mandate.objects.filter(user__in=(acting.director, acting.counsel), valid_until=None):
        end_mandate(mandate, ended_by=acting.staff, today=today - timedelta(days=DAYS_IN_OFFICE + 1))


def _give(user: User, kinds: tuple[D, ...], since: date) -> None:
    give_mandate(user, kinds=kinds, valid_from=since, source=SOURCE, given_by=SYSTEM)


def _former(email: str, name: str, staff: User, today: date) -> User:
    user = _account((email, name), Role.STAFF, staff)
    if user.is_active:
        accounts.close_account(user, closed_by=staff, today=today)
    return user


def _account(named: tuple[str, str], role: Role, staff: User) -> User:
    email, name = named
    return User.objects.filter(email=email).first() or accounts.open_account(
        email=email, name=name, role=role, opened_by=staff
    )
