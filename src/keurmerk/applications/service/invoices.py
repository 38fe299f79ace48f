"""Invoices of the scheme: while one is open nobody hands in an application (§2.3, §7.1.2)."""

from datetime import date
from decimal import Decimal

from keurmerk.accounts.models import User
from keurmerk.applications.models import Invoice
from keurmerk.certification.errors import refuse
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School


@journaled
def add_invoice(
    school: School, *, number: str, amount: Decimal, sent_on: date, due_on: date, by: User, today: date
) -> Invoice:
    """An invoice that was sent. A number is used once, whichever school it is of. `amount` in euros."""
    number = number.strip()
    if not number:
        raise refuse("nummer", "Vul het factuurnummer in.")
    if amount <= 0:
        raise refuse("bedrag", "Vul een bedrag van meer dan nul in.")
    if sent_on > today:
        raise refuse("verzonden", "Vul de dag in waarop de factuur is verzonden: vandaag of eerder.")
    if due_on < sent_on:
        raise refuse("betaaldag", "De laatste dag om te betalen ligt voor de dag van verzending.")
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if Invoice.objects.filter(number=number).exists():
        raise refuse("nummer", f"Er is al een factuur met nummer {number}.")
    invoice = Invoice.objects.create(
        school=school, number=number, amount=amount, sent_on=sent_on, due_on=due_on
    )
    journal.record(
        actor=by, kind="invoice.added", subject=school, payload={"number": number, "amount": str(amount)}
    )
    return invoice


@journaled
def pay_invoice(invoice_id: int, *, paid_on: date, by: User, today: date) -> Invoice:
    """It was paid; saying so twice changes nothing."""
    invoice = Invoice.objects.select_for_update(of=("self",)).select_related("school").get(pk=invoice_id)
    if invoice.paid_on is not None:
        return invoice
    if paid_on > today:
        raise refuse("betaald", "Vul de dag in waarop het geld er was: vandaag of eerder.")
    if paid_on < invoice.sent_on:
        raise refuse("betaald", f"De factuur is pas op {invoice.sent_on:%d-%m-%Y} verzonden.")
    invoice.paid_on = paid_on
    invoice.save(update_fields=["paid_on"])
    journal.record(
        actor=by,
        kind="invoice.paid",
        subject=invoice.school,
        payload={"number": invoice.number, "on": paid_on.isoformat()},
    )
    return invoice
