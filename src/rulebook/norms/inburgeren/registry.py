"""The computed norms in the handbook's order, and the indicators that stand beside them."""

from rulebook.kernel.norm import Indicator, Norm
from rulebook.norms.inburgeren import (
    auxiliary,
    complaints,
    consent,
    hours,
    inspections,
    invoices,
    lessons,
    pass_rates,
    satisfaction,
    teachers,
    tracks,
    transparency,
    vogs,
)

NORMS: tuple[Norm, ...] = (
    *complaints.NORMS,
    *teachers.LANGUAGE,
    *vogs.NORMS,
    *teachers.ONA,
    *transparency.NORMS,
    lessons.GROUP_SIZE,
    lessons.ALPHABETISATION,
    hours.HALF_IN_CLASS,
    *invoices.NORMS,
    hours.STATEMENTS,
    *consent.NORMS,
    lessons.SIGNED_ATTENDANCE,
    tracks.WAITING_TIME,
    tracks.DURATION,
    pass_rates.WI2013_PASS_RATE,
    pass_rates.B1_PASS_RATE,
    *inspections.NORMS,
    *satisfaction.NORMS,
    tracks.ENOUGH_TRACKS,
)

INDICATORS: tuple[Indicator, ...] = pass_rates.INDICATORS
AUXILIARIES: tuple[Indicator, ...] = auxiliary.AUXILIARIES

EDITION_OF_INDICATOR = {
    "2.15.d": "2.15",
    "2.15.e": "2.15",
    "2.16.a": "2.16",
    "2.16.b": "2.16",
    "2.16.c": "2.16",
}
