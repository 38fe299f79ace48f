"""Terms of the Awb. The Algemene termijnenwet moves them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from rulebook.terms.calendar import NONE_EQUATED, Days
from rulebook.terms.moving import term_of_law
from rulebook.terms.suspending import TermSuspension, suspended
from rulebook.terms.term import Kind, Step, Term
from rulebook.terms.wording import in_words, until

SIX_WEEKS = timedelta(weeks=6)
EIGHT_WEEKS = timedelta(weeks=8)
TWELVE_WEEKS = timedelta(weeks=12)
DEFAULT_NOTICE = timedelta(weeks=2)
POST_MAY_TAKE = timedelta(weeks=1)


class Way(StrEnum):
    """How an objection came (§7.10.1)."""

    POST = "post"
    EMAIL = "email"


class ConsentGround(StrEnum):
    """Which decision may be later because the other side agreed in writing."""

    APPLICATION = "aanvraag"
    OBJECTION = "bezwaar"


CONSENT_SOURCE = {
    ConsentGround.APPLICATION: "Awb 4:15 lid 2",
    ConsentGround.OBJECTION: "Awb 7:10 lid 4",
}


def objection(
    *,
    sent_on: date,
    received_on: date | None = None,
    way: Way | None = None,
    posted_on: date | None = None,
    equated: Days = NONE_EQUATED,
) -> Term:
    """Six weeks from the day after sending; with a day of receipt also whether that is in time."""
    last = sent_on + SIX_WEEKS
    text = f"zes weken vanaf de dag na verzending op {in_words(sent_on)}, {until(last)}"
    term = term_of_law(Kind.OBJECTION, last, [Step(text, "Awb 6:7, 6:8")], equated)
    if received_on is None:
        return term
    in_time, step = _in_time(term.last_day, received_on, posted_on if way is Way.POST else None)
    return replace(term, in_time=in_time, steps=(*term.steps, step))


def _in_time(last_day: date, received_on: date, posted_on: date | None) -> tuple[bool, Step]:
    received = f"ontvangen op {in_words(received_on)}"
    if received_on <= last_day:
        return True, Step(f"{received} en dus op tijd", "Awb 6:9 lid 1")
    if posted_on is None:
        return False, Step(f"{received} en dus te laat", "Awb 6:9 lid 1")
    in_time = posted_on <= last_day and received_on - last_day <= POST_MAY_TAKE
    verdict = "op tijd" if in_time else "te laat"
    return in_time, Step(f"gepost op {in_words(posted_on)}, {received} en dus {verdict}", "Awb 6:9 lid 2")


def application(
    *, received_on: date, suspensions: Sequence[TermSuspension] = (), equated: Days = NONE_EQUATED
) -> Term:
    """Eight weeks after receipt, and the suspended days."""
    last = received_on + EIGHT_WEEKS
    text = f"acht weken vanaf de dag na ontvangst op {in_words(received_on)}, {until(last)}"
    last, steps = suspended(last, received_on, suspensions, "Awb 4:15 lid 1")
    return term_of_law(Kind.APPLICATION, last, [Step(text, "Awb 4:13 lid 2"), *steps], equated)


def objection_decision(
    *,
    contested_sent_on: date,
    committee: bool = False,
    committee_reported: bool = False,
    postponed: bool = False,
    suspensions: Sequence[TermSuspension] = (),
    equated: Days = NONE_EQUATED,
) -> Term:
    """Six weeks from the end of the term for objecting; twelve with a committee that was reported."""
    filing = objection(sent_on=contested_sent_on, equated=equated)
    start = filing.last_day
    source = "Awb 6:7, 6:8, Algemene termijnenwet 1" if filing.moved else "Awb 6:7, 6:8"
    steps = [Step(f"de bezwaartermijn loopt {until(start)}", source)]
    last = start + (TWELVE_WEEKS if committee and committee_reported else SIX_WEEKS)
    steps.append(_decided_within(last, committee=committee, reported=committee_reported))
    if postponed:
        last += SIX_WEEKS
        steps.append(Step(f"verdaagd met zes weken, {until(last)}", "Awb 7:10 lid 3"))
    last, suspension_steps = suspended(last, start, suspensions, "Awb 7:10 lid 2")
    return term_of_law(Kind.OBJECTION_DECISION, last, [*steps, *suspension_steps], equated)


def _decided_within(last: date, *, committee: bool, reported: bool) -> Step:
    if committee and reported:
        text = "twaalf weken vanaf de dag daarna omdat een adviescommissie is ingesteld en gemeld"
        return Step(f"{text}, {until(last)}", "Awb 7:10 lid 1, 7:13 lid 2")
    if committee:
        text = "zes weken vanaf de dag daarna omdat de adviescommissie niet is gemeld"
        return Step(f"{text}, {until(last)}", "Awb 7:10 lid 1, 7:13 lid 2")
    return Step(f"zes weken vanaf de dag daarna, {until(last)}", "Awb 7:10 lid 1")


def notice_of_default(*, received_on: date, equated: Days = NONE_EQUATED) -> Term:
    """The two weeks in which a late decision still costs no penalty."""
    last = received_on + DEFAULT_NOTICE
    text = f"twee weken vanaf de dag na ontvangst van de ingebrekestelling op {in_words(received_on)}"
    return term_of_law(
        Kind.NOTICE_OF_DEFAULT, last, [Step(f"{text}, {until(last)}", "Awb 4:17 lid 3")], equated
    )


def agreed(*, last_day: date, ground: ConsentGround) -> Term:
    """A later day to which the other side agreed in writing. An agreed day is never moved."""
    step = Step(f"uitgesteld met schriftelijke instemming, {until(last_day)}", CONSENT_SOURCE[ground])
    return Term(Kind.AGREED, last_day, last_day, (step,))
