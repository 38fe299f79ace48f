"""The rules by kind: which facts each takes, how those must lie, and which function counts."""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.terms import awb, handbook
from rulebook.terms.calendar import Days
from rulebook.terms.facts import (
    Fact,
    May,
    Reading,
    UnreadableError,
    UnreadableListError,
    choice,
    day,
    flag,
    read_facts,
    shown,
    whole,
)
from rulebook.terms.handbook import SuspensionGround
from rulebook.terms.suspending import TermSuspension
from rulebook.terms.term import Fault, FaultCode, Kind, Term

EQUATED = "gelijkgesteld"
SUSPENSIONS = "opschortingen"


@dataclass(frozen=True, slots=True)
class Rule:
    """`facts` in the order of the contract; `beyond` is told when the term would end after 9999."""

    count: Callable[..., Term]
    facts: tuple[Fact, ...]
    beyond: str
    check: Callable[[Reading], None] = lambda _: None
    takes_equated: bool = True


def equated_days(value: object) -> Days:
    if not isinstance(value, list):
        raise UnreadableError('is geen lijst van datums zoals ["2026-05-15"]')
    found, faults = set(), []
    for each in value:
        try:
            found.add(day(each))
        except UnreadableError as error:
            faults.append(Fault(EQUATED, error.text, error.code, shown(each)))
    if faults:
        raise UnreadableListError(faults)
    return frozenset(found)


def term_suspensions(value: object) -> tuple[TermSuspension, ...]:
    if not isinstance(value, list):
        raise UnreadableError("is geen lijst; vul [] in als er geen opschorting is")
    found, faults = [], []
    for number, each in enumerate(value, start=1):
        where = f"opschorting {number}: "
        if not isinstance(each, dict):
            text = f"{where}is geen object met {', '.join(fact.name for fact in SUSPENSION_FACTS)}"
            faults.append(Fault(SUSPENSIONS, text, FaultCode.MALFORMED, shown(each)))
            continue
        reading = read_facts(each, SUSPENSION_FACTS, where)
        reading.not_before("aangevuld_op", "uitnodiging_op", where)
        reading.not_before("hersteltermijn_tot", "uitnodiging_op", where)
        faults.extend(reading.faults)
        if not reading.faults:
            found.append(TermSuspension(**reading.arguments(SUSPENSION_FACTS)))
    if faults:
        raise UnreadableListError(faults)
    return tuple(found)


def objection_dates(reading: Reading) -> None:
    reading.not_before("ontvangen_op", "verzonden_op")
    posted, received = reading.day("gepost_op"), reading.day("ontvangen_op")
    if posted and received and posted > received:
        text = f"ligt na ontvangen_op ({received}); verbeter een van de twee datums"
        reading.fault("gepost_op", text, FaultCode.WRONG_ORDER, posted)


def sanction_is_not_extended(reading: Reading) -> None:
    extended = reading.values.get("verlengd_maanden")
    if extended and reading.values.get("grond") is SuspensionGround.SANCTION:
        text = "moet 0 zijn: een schorsing als sanctie wordt niet verlengd"
        reading.fault("verlengd_maanden", text, FaultCode.OUT_OF_RANGE, extended)


SUSPENSION_FACTS = (
    Fact("uitnodiging_op", "invited_on", day),
    Fact("aangevuld_op", "completed_on", day, May.BE_NULL),
    Fact("hersteltermijn_tot", "repair_until", day),
)
SUSPENDED = Fact(SUSPENSIONS, "suspensions", term_suspensions)
EQUATED_FACT = Fact(EQUATED, "equated", equated_days, May.BE_LEFT_OUT)
START_AND_COUNT = (Fact("vanaf", "start", day), Fact("aantal", "count", whole(0)))

RULES: dict[Kind, Rule] = {
    Kind.OBJECTION: Rule(
        awb.objection,
        (
            Fact("verzonden_op", "sent_on", day),
            Fact("ontvangen_op", "received_on", day, May.BE_LEFT_OUT),
            Fact("wijze", "way", choice(awb.Way), May.BE_LEFT_OUT),
            Fact("gepost_op", "posted_on", day, May.BE_LEFT_OUT),
        ),
        beyond="verzonden_op",
        check=objection_dates,
    ),
    Kind.APPLICATION: Rule(
        awb.application, (Fact("ontvangen_op", "received_on", day), SUSPENDED), beyond="ontvangen_op"
    ),
    Kind.HANDBOOK_APPLICATION: Rule(
        handbook.application,
        (Fact("volledig_op", "complete_on", day), Fact("verlengd", "extended", flag)),
        beyond="volledig_op",
    ),
    Kind.OBJECTION_DECISION: Rule(
        awb.objection_decision,
        (
            Fact("bezwaar_verzonden_op", "contested_sent_on", day),
            Fact("commissie", "committee", flag),
            Fact("commissie_gemeld", "committee_reported", flag),
            Fact("verdaagd", "postponed", flag),
            SUSPENDED,
        ),
        beyond="bezwaar_verzonden_op",
    ),
    Kind.WORKING_DAYS: Rule(handbook.working_days, START_AND_COUNT, beyond="aantal"),
    Kind.DAYS: Rule(handbook.days, START_AND_COUNT, beyond="aantal"),
    Kind.WEEKS: Rule(handbook.weeks, START_AND_COUNT, beyond="aantal"),
    Kind.MONTHS: Rule(handbook.months, START_AND_COUNT, beyond="aantal"),
    Kind.FIXED_TERM: Rule(
        handbook.fixed_term,
        (Fact("ingang", "start", day), Fact("verlengd_maanden", "extended_months", whole(0, 16))),
        beyond="ingang",
        takes_equated=False,
    ),
    Kind.SUSPENSION: Rule(
        handbook.suspension,
        (
            Fact("grond", "ground", choice(SuspensionGround)),
            Fact("vanaf", "start", day),
            Fact("maanden", "months", whole(1, 9)),
            Fact("verlengd_maanden", "extended_months", whole(0, 9)),
        ),
        beyond="vanaf",
        check=sanction_is_not_extended,
        takes_equated=False,
    ),
    Kind.NOTICE_OF_DEFAULT: Rule(
        awb.notice_of_default, (Fact("ontvangen_op", "received_on", day),), beyond="ontvangen_op"
    ),
    Kind.AGREED: Rule(
        awb.agreed,
        (Fact("tot_en_met", "last_day", day), Fact("grond", "ground", choice(awb.ConsentGround))),
        beyond="tot_en_met",
        takes_equated=False,
    ),
}
