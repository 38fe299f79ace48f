"""Taking names and texts out of what is older than it may be kept. That it was there, and when, stays."""

from collections.abc import Collection

from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Manager, Question, Report, Statement, Vog

GONE = "(verwijderd, bewaartermijn voorbij)"


def forget(schools: Collection[int]) -> int:
    """Of these schools (ids), which have been without the mark for as long as cases are kept."""
    return sum(_forget(school) for school in School.objects.filter(pk__in=list(schools)))


@journaled
def _forget(school: School) -> int:
    """Doing it again finds nothing more to take out."""
    reports = Report.objects.filter(school=school)
    gone = reports.exclude(text=GONE).update(text=GONE, note="", details={})
    gone += Question.objects.filter(report__in=reports).exclude(text=GONE).update(text=GONE, answer="")
    mine = Statement.objects.filter(school=school, signed_on__isnull=False)
    gone += mine.exclude(signer_name=GONE).update(signer_name=GONE, signer_function="", place="", answers=[])
    gone += Vog.objects.filter(manager__school=school).exclude(name=GONE).update(name=GONE, remark="")
    managers = Manager.objects.filter(school=school)
    gone += managers.exclude(name=GONE).update(name=GONE, function=GONE)
    if gone:
        journal.record(actor=SYSTEM, kind="report.texts_deleted", subject=school, payload={"rows": gone})
    return gone
