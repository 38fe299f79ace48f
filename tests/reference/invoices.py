"""2.4.1, 2.4.2 and 2.4.3: invoices."""

from tests.reference.norm_row import NormRow, no_data, none_allowed
from tests.reference.period import Period
from tests.reference.rows import Invoice, Learner
from tests.reference.who_counts import School

NORMS = ("2.4.1", "2.4.2", "2.4.3")


def judge_invoices(school: School, period: Period) -> list[NormRow]:
    if school.tables.invoices is None:
        return [no_data(norm) for norm in NORMS]
    invoices = [
        invoice
        for invoice in school.tables.invoices
        if invoice.learner_id in school.learners and period.holds(invoice.period_until)
    ]
    to_learner = [invoice for invoice in invoices if invoice.recipient in {"cursist", "duo"}]
    to_municipality = [invoice for invoice in invoices if invoice.recipient == "gemeente"]
    wi2013 = [row for row in to_learner if school.learners[row.learner_id].act == "Wi2013"]
    migrants = [row for row in to_learner if is_migrant_of_wi2021(school.learners[row.learner_id])]
    return [
        none_allowed("2.4.1", sum(wrongly_approved(row) for row in wi2013), len(wi2013)),
        none_allowed("2.4.2", sum(without_content(row) for row in to_municipality), len(to_municipality)),
        none_allowed("2.4.3", sum(wrongly_approved(row) for row in migrants), len(migrants)),
    ]


def is_migrant_of_wi2021(learner: Learner) -> bool:
    return learner.act == "Wi2021" and learner.residence in {"gezinsmigrant", "overige_migrant"}


def wrongly_approved(invoice: Invoice) -> bool:
    """Approved, but not by the cursist, or before the period was over; not yet approved is no exception."""
    if invoice.approved_on is None:
        return False
    return invoice.approved_by != "cursist" or invoice.approved_on < invoice.period_until


def without_content(invoice: Invoice) -> bool:
    return not invoice.lesson_days or invoice.hours == 0
