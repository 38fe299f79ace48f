"""1.5.8: complaints handled in time."""

from datetime import date, timedelta

from tests.reference.norm_row import NormRow, at_least, no_data
from tests.reference.period import Period
from tests.reference.rows import Complaint
from tests.reference.who_counts import School

SETTLED_WITHIN = timedelta(days=42)
REJECTED_WITHIN = timedelta(days=28)


def judge_complaints(school: School, period: Period) -> NormRow:
    if school.tables.complaints is None:
        return no_data("1.5.8")
    looked_at = [
        complaint
        for complaint in school.tables.complaints
        if period.holds(complaint.received_on) and not still_within_its_term(complaint, period.last)
    ]
    in_time = [complaint for complaint in looked_at if handled_in_time(complaint)]
    return at_least("1.5.8", len(in_time), len(looked_at), 80)


def still_within_its_term(complaint: Complaint, last: date) -> bool:
    """I-01: open at the end of P, while the 42 days end after it."""
    settled = complaint.settled_on is not None and complaint.settled_on <= last
    rejected = complaint.rejected_on is not None and complaint.rejected_on <= last
    return not settled and not rejected and complaint.received_on + SETTLED_WITHIN > last


def handled_in_time(complaint: Complaint) -> bool:
    settled, rejected = complaint.settled_on, complaint.rejected_on
    if settled is not None and settled <= complaint.received_on + SETTLED_WITHIN:
        return True
    return rejected is not None and rejected <= complaint.received_on + REJECTED_WITHIN
