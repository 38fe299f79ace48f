"""What the worker does by itself: what the law brings on its day, and reminders of what ends."""

from datetime import timedelta

from keurmerk.certification.service.law import carry_out_law
from keurmerk.certification.service.reminders import send_digests
from keurmerk.shared.chores import Chore, register

register(
    Chore("law", every=timedelta(minutes=5), run=carry_out_law),
    Chore("digests", every=timedelta(hours=1), run=send_digests),
)
