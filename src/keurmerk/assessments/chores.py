"""A check that a killed worker left behind goes on by itself."""

from datetime import datetime, timedelta

from keurmerk.assessments.tasks import resume_checks
from keurmerk.shared.chores import Chore, register


def resume(_now: datetime) -> int:
    return resume_checks()


register(Chore("silent checks", every=timedelta(minutes=5), run=resume))
