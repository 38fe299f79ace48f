"""What the fictional holders report and ask is done by the verbs that screens use, once."""

from datetime import date

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.demo import holding
from keurmerk.dispensations.enums import State
from keurmerk.dispensations.models import Dispensation
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import demo
from keurmerk.organisations.demo import DECIDER
from keurmerk.reporting.models import Report, Statement, Vog
from tests.factories.certification import make_certificate
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def test_holders_report_ask_and_sign_once():
    demo.load("een-lang-wachtwoord")
    decider = User.objects.get(email=DECIDER, role=Role.STAFF)
    give_mandate(decider, valid_from=date(2020, 1, 1), source="Mandaatbesluit", given_by=SYSTEM)
    for number in (holding.WILG, holding.ELS, holding.LINDE):
        school = make_school(kvk_number=number)
        make_certificate(school)
        make_school_user(school)
    for _again in range(2):
        holding.load(TODAY)
    assert (Report.objects.count(), Statement.objects.count(), Vog.objects.count()) == (2, 1, 1)
    states = [each.state for each in Dispensation.objects.order_by("pk")]
    assert states == [State.ASKED, State.GRANTED]
