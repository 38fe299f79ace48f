"""Invoices: added once, paid once, never in the future."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories.certification import make_staff
from tests.factories.organisations import make_school

from keurmerk.applications.models import Invoice
from keurmerk.applications.service.invoices import add_invoice, pay_invoice
from keurmerk.certification.errors import NotPossibleError

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def add(**more):
    given = {
        "school": None,
        "number": "2026-17",
        "amount": Decimal("1250.00"),
        "sent_on": TODAY,
        "due_on": TODAY,
        "by": make_staff(),
        "today": TODAY,
    } | more
    return add_invoice(given.pop("school") or make_school(), **given)


def test_an_invoice_is_told_in_dutch():
    assert add().told == "2026-17 van € 1.250,00"


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": " "},
        {"amount": Decimal(0)},
        {"sent_on": TODAY + DAY, "due_on": TODAY + DAY},
        {"due_on": TODAY - DAY},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(NotPossibleError):
        add(**wrong)
    assert not Invoice.objects.exists()


def test_a_number_is_used_once_whichever_school_it_is_of():
    add()
    with pytest.raises(NotPossibleError) as refused:
        add(school=make_school())
    assert "2026-17" in str(refused.value)


def test_paying_twice_keeps_the_first_day():
    invoice, staff = add(), make_staff()
    pay_invoice(invoice.pk, paid_on=TODAY, by=staff, today=TODAY)
    paid = pay_invoice(invoice.pk, paid_on=TODAY + DAY, by=staff, today=TODAY + DAY)
    assert paid.paid_on == TODAY


@pytest.mark.parametrize("paid_on", [TODAY - DAY, TODAY + DAY])
def test_an_invoice_is_paid_between_its_sending_and_today(paid_on):
    invoice = add()
    with pytest.raises(NotPossibleError):
        pay_invoice(invoice.pk, paid_on=paid_on, by=make_staff(), today=TODAY)
