"""Faults that somebody could make in the legal life: every slip in a row, and slips in the code around."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from tests.proof.mutants import Fault
from tests.rulebook.lifecycle.engine import TABLES, Engine


class Bent(NamedTuple):
    """A row of a table with one slip in it."""

    table: str
    place: int
    slip: str
    row: Any

    @property
    def name(self) -> str:
        return f"{self.table} row {self.place} {self.row.event}: {self.slip}"


def bent_rows(engine: Engine) -> Iterator[Bent]:
    """Each row with each small slip that leaves it a row."""
    for table in TABLES:
        for place, row in enumerate(engine.of(table).rows):
            for slip, wrong in slips(engine, table, row):
                yield Bent(table, place, slip, wrong)


def slips(engine: Engine, table: str, row: Any) -> Iterator[tuple[str, Any]]:
    yield from _in_needs(row)
    yield from _in_grounds(row)
    yield from _in_who_and_how(engine, row)
    yield from _in_states(engine, table, row)
    yield from _in_consequences(engine, row)


def _in_needs(row: Any) -> Iterator[tuple[str, Any]]:
    for need in row.needs:
        rest = tuple(other for other in row.needs if other is not need)
        yield f"without {need.fact}", replace(row, needs=rest)
        turned = replace(need, wanted=not need.wanted)
        yield f"{need.fact} turned round", replace(row, needs=(*rest, turned))


def _in_grounds(row: Any) -> Iterator[tuple[str, Any]]:
    for ground in row.grounds:
        rest = tuple(other for other in row.grounds if other is not ground)
        yield f"without ground {ground.code}", replace(row, grounds=rest)
        for need in ground.needs:
            fewer = tuple(other for other in ground.needs if other is not need)
            yield (
                f"ground {ground.code} without {need.fact}",
                replace(row, grounds=(*rest, replace(ground, needs=fewer))),
            )
            turned = replace(need, wanted=not need.wanted)
            yield (
                f"ground {ground.code} with {need.fact} turned round",
                replace(row, grounds=(*rest, replace(ground, needs=(*fewer, turned)))),
            )


def _in_who_and_how(engine: Engine, row: Any) -> Iterator[tuple[str, Any]]:
    for actor in engine.pieces.Actor:
        if actor is not row.by:
            yield f"by {actor}", replace(row, by=actor)
    for hearing in engine.pieces.Hearing:
        if hearing is not row.hearing:
            yield f"hearing {hearing}", replace(row, hearing=hearing)
    if row.decision:
        yield "no decision", replace(row, decision=None)
        warning = engine.pieces.DecisionKind.WARNING
        if row.decision is not warning:
            yield "a warning", replace(row, decision=warning)
    for parameter in row.parameters:
        fewer = tuple(other for other in row.parameters if other is not parameter)
        yield f"without {parameter}", replace(row, parameters=fewer)


def _in_states(engine: Engine, table: str, row: Any) -> Iterator[tuple[str, Any]]:
    for state in sorted(row.sources):
        yield f"not from {state}", replace(row, sources=row.sources - {state})
    taken = {state for state, event in engine.of(table).cells if event == row.event}
    others = [engine.state(table, code) for code in engine.all_states(table)]
    free = [state for state in others if state not in taken]
    for state in free[:2] + free[-2:]:
        yield f"also from {state}", replace(row, sources=row.sources | {state})
    for target in _targets(engine, table, row):
        yield f"to {target}", replace(row, target=target)


def _targets(engine: Engine, table: str, row: Any) -> Iterator[Any]:
    """Other places, where every source has one."""
    pieces = engine.pieces
    wrong = [pieces.To(engine.state(table, engine.all_states(table)[-1])), pieces.Keep()]
    if table == "keurmerk":
        wrong += [pieces.Before(), pieces.After()]
        if all(state.held for state in row.sources):
            standings, marks = engine.states.Standing, engine.states.Mark
            wrong += [pieces.Stand(standings.WARNED), pieces.Stand(standings.GOOD)]
            wrong += [pieces.Become(marks.EXTENDED), pieces.Become(marks.EXTENDED, keep_standing=True)]
    for target in wrong:
        if _leads(engine, table, row, target) != _leads(engine, table, row, row.target):
            yield target


def _leads(engine: Engine, table: str, row: Any, target: Any) -> list[Any]:
    before, after = engine.states.State.NONE, engine.states.State.AGREEMENT
    return [
        engine.machine.target_of(target, state, before=before, after=after) for state in sorted(row.sources)
    ]


def _in_consequences(engine: Engine, row: Any) -> Iterator[tuple[str, Any]]:
    for field in ("starts", "ends", "duties"):
        for piece in getattr(row, field):
            fewer = tuple(other for other in getattr(row, field) if other is not piece)
            yield f"{field} without {getattr(piece, 'code', piece)}", replace(row, **{field: fewer})
    for rule in row.starts:
        rest = tuple(other for other in row.starts if other is not rule)
        longer = replace(rule, count=(rule.count or 0) + 1)
        yield f"{rule.code} longer", replace(row, starts=(*rest, longer))
        sides = {engine.pieces.Side.SCHOOL, engine.pieces.Side.SCHEME} - {rule.side}
        yield f"{rule.code} of the other side", replace(row, starts=(*rest, replace(rule, side=sides.pop())))
    if "alle" not in row.ends:
        yield "ends all", replace(row, ends=("alle",))


def in_file(file: str, *faults: tuple[str, str]) -> tuple[Fault, ...]:
    return tuple(Fault(f"lifecycle/{file}", right, wrong) for right, wrong in faults)


FAULTS = (
    *in_file(
        "machine.py",
        ("if row.by is not Actor.LAW\n    )", "if row.by is Actor.LAW\n    )"),
        ("if row.by is Actor.LAW and not _needs(row.needs, known)", "if row.by is Actor.LAW"),
        ("if row.by is Actor.LAW and not _needs(row.needs, known)", "if not _needs(row.needs, known)"),
        ("(*_needs(row.needs, known), *_no_ground_fits(row, known))", "_needs(row.needs, known)"),
        ("(*_needs(row.needs, known), *_no_ground_fits(row, known))", "_no_ground_fits(row, known)"),
        ("        *_who(row, attempt),\n", ""),
        ("        *_needs(row.needs, known),\n        *_grounds", "        *_grounds"),
        ("        *_grounds(row, known, attempt.grounds),\n", ""),
        ("        *_hearing(row.hearing, attempt.heard),\n", ""),
        ("        *_parameters(row, attempt.parameters),\n", ""),
        ("            return _given(before)\n", "            return _given(after)\n"),
        ("            return _given(after)\n", "            return _given(before)\n"),
        ("standing if keep_standing else Standing.GOOD", "standing"),
        ("standing if keep_standing else Standing.GOOD", "Standing.GOOD"),
        ("return DURING_SUSPENSION if held[1] in SUSPENDED else AFTER_LIFTING", "return AFTER_LIFTING"),
        (
            "SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})",
            "SUSPENDED = frozenset({Standing.SANCTION})",
        ),
        ("    State.NOT_GRANTED: AFTER_NOT_GRANTED,\n", ""),
        ("    State.WITHDRAWN_AT_REQUEST: AFTER_WITHDRAWAL,\n", ""),
        ("return _DUTIES_WITHOUT.get(target, ())", "return row.duties"),
        ("known.get(need.fact) is not need.wanted", "known.get(need.fact, False) is not need.wanted"),
        ("known.get(need.fact) is not need.wanted", "known.get(need.fact) is need.wanted"),
        ("if need.fact not in known:", "if need.fact in known:"),
        ("if not row.grounds or any(", "if not row.grounds or all("),
        ("if row.grounds and not chosen:", "if not row.grounds and not chosen:"),
        ("if code not in codes]", "if code in codes]"),
        ("Hearing.REQUIRED: {Heard.YES},", "Hearing.REQUIRED: {Heard.YES, Heard.URGENT},"),
        ("Hearing.UNLESS_URGENT: {Heard.YES, Heard.URGENT},", "Hearing.UNLESS_URGENT: {Heard.YES},"),
        ("Hearing.UNLESS_OWN_DATA: {Heard.YES, Heard.OWN_DATA},", "Hearing.UNLESS_OWN_DATA: set(Heard),"),
        ("Hearing.NONE: set(Heard),", "Hearing.NONE: {Heard.YES},"),
        ("if parameter not in given and parameter not in optional", "if parameter not in given"),
        ("if parameter not in given and parameter not in optional", "if parameter in optional"),
        ("    if attempt.by is row.by:", "    if attempt.by is not row.by:"),
    ),
    *in_file(
        "record.py",
        ("Event.SUSPEND_FOR_INQUIRY, Event.SUSPEND_AS_SANCTION}", "Event.SUSPEND_AS_SANCTION}"),
        ("Event.WITHDRAW_FOR_A_TIME, Event.WITHDRAW_AT_REQUEST}", "Event.WITHDRAW_FOR_A_TIME}"),
        ("PlanState.REFUSED, PlanState.MISSED,", "PlanState.REFUSED,"),
        ("LOOK_BACK_CYCLE_YEARS = 3", "LOOK_BACK_CYCLE_YEARS = 4"),
        ("LOOK_BACK_CYCLE_YEARS = 3", "LOOK_BACK_CYCLE_YEARS = 2"),
        (
            "{**findings, **derived(record, findings, today)}",
            "{**derived(record, findings, today), **findings}",
        ),
        ("for each in record.past if not each.undone]", "for each in record.past]"),
        ("events[::-1].index(Event.APPLY) if", "events.index(Event.APPLY) if"),
        ("set(events[started:]), set(events[:started])", "set(events), set(events[:started])"),
        ("set(events[started:]), set(events[:started])", "set(events[started:]), set(events)"),
        ("Event.COMPLETE in now", "Event.COMPLETE in before"),
        ("before & {Event.REJECT, Event.GRANT_FIXED}", "before & {Event.GRANT_FIXED}"),
        ("before & {Event.REJECT, Event.GRANT_FIXED}", "before & {Event.REJECT}"),
        ("\n        or findings.get(Fact.RELATED_HELD_BEFORE) is True", ""),
        ("Event.EXTEND in events[held:]", "Event.EXTEND in events"),
        ("SUSPENDING & set(events[held:])", "SUSPENDING & set(events)"),
        ("day is not None and day < today", "day is not None and day <= today"),
        ("day is not None and day < today", "day is None or day < today"),
        ("Fact.WARNING_OVER: over(record.warned_until)", "Fact.WARNING_OVER: over(record.suspended_until)"),
        ("plan.state in PLAN_DONE or plan.late", "plan.state in PLAN_DONE"),
        ("{PlanState.APPROVED, PlanState.CARRIED_OUT}", "{PlanState.APPROVED}"),
        ("plan.state is PlanState.MISSED or plan.late", "plan.state is PlanState.MISSED"),
        ("found(Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME)", "found(Fact.AUDIT_IN_TIME)"),
        ("too_few and not extended and found(", "too_few and found("),
        ("found(Fact.MAIN_NORM_1_MET, Fact.SURVEY_NORMS_MET)", "found(Fact.SURVEY_NORMS_MET)"),
        ("held[0] is Mark.INDEFINITE", "held[0] is not Mark.FIXED"),
        ("each.event is event and each.period == period.first", "each.event is event"),
        ("about(-2, Event.COMPENSATE)", "about(-1, Event.COMPENSATE)"),
        ("Fact.LENIENT_LAST_PERIOD: about(-2,", "Fact.LENIENT_LAST_PERIOD: about(-1,"),
        ("if len(record.periods) >= -place else ()", ""),
        ("each.on > four_years_ago", "each.on >= four_years_ago"),
        ("-12 * YEARS_IN_CYCLE", "-12 * 3"),
        ("too_few and about(-2, Event.BE_LENIENT)", "about(-2, Event.BE_LENIENT)"),
        ("(only_pass_rates and about(-1, Event.COMPENSATE))", "about(-1, Event.COMPENSATE)"),
        ("(too_few and about(-1, Event.BE_LENIENT))", "about(-1, Event.BE_LENIENT)"),
        ("cycle_year(len(record.periods) - 1) == YEARS", "cycle_year(len(record.periods)) == YEARS"),
        ("each.on >= start or _runs_on(each, start)", "each.on > start or _runs_on(each, start)"),
        ("each.on >= start or _runs_on(each, start)", "each.on >= start"),
        (" and (each.period or each.on) >= start)", ")"),
        ("and each.on >= granted)", "and each.on > granted)"),
        ("granted is not None and each.on >= granted", "granted is not None"),
        (
            "max((each.on for each in past if each.event is Event.GRANT)",
            "min((each.on for each in past if each.event is Event.GRANT)",
        ),
        ("(each.on >= since or _runs_on(each, since))", "each.on >= since"),
        ("(each.on >= since or _runs_on(each, since))", "(each.on > since or _runs_on(each, since))"),
        ("each.until >= day", "each.until > day"),
        ("each.event in SUSPENDING and each.until is not None", "each.until is not None"),
    ),
    *in_file(
        "cycle.py",
        ("YEARS_IN_CYCLE = 4", "YEARS_IN_CYCLE = 5"),
        ("while periods[-1].last < until:", "while periods[-1].last <= until:"),
        ("periods[-1].last + timedelta(days=1)", "periods[-1].last"),
        ("ends.get(start)))", "None))"),
        ("[MeasuringPeriod.starting(first, ends.get(first))]", "[MeasuringPeriod.starting(first)]"),
        ("number % YEARS_IN_CYCLE + 1", "(number + 1) % YEARS_IN_CYCLE"),
        ("len(periods) - cycle_year(len(periods) - 1)", "len(periods) - cycle_year(len(periods) - 1) - 1"),
    ),
    *in_file(
        "conditions.py",
        ("learners > conditions.most_learners", "learners >= conditions.most_learners"),
        ("and turnover > conditions.most_turnover", "and turnover >= conditions.most_turnover"),
        ("now < was for", "now <= was for"),
        ("return not narrower and not limited_anew and new != old", "return not narrower and new != old"),
        ("and not limited_anew and new != old", "and not limited_anew"),
        ("return not narrower and", "return"),
    ),
    *in_file(
        "duties.py",
        ('"werkdagen", 5\n', '"dagen", 5\n'),
        ('"werkdagen", 5\n', '"werkdagen", 6\n'),
        (
            '        source,\n        "dagen",\n        14,\n',
            '        source,\n        "dagen",\n        15,\n',
        ),
        (
            "SUSPENSION_CODES = tuple(duty.code for duty in DURING_SUSPENSION if duty.while_it_lasts)",
            "SUSPENSION_CODES = ()",
        ),
        (
            "(*DURING_SUSPENSION, *AFTER_WITHDRAWAL, *AFTER_NOT_GRANTED)",
            "(*DURING_SUSPENSION, *AFTER_NOT_GRANTED)",
        ),
        ("TOLD_OF_CHANGE = (TELL_DUO, TELL_CRKBO)", "TOLD_OF_CHANGE = (TELL_DUO,)"),
        ('    Duty("uren_duo", SCHOOL, "Verwerk alle uren direct bij DUO.", "§7.5.2"),\n', ""),
    ),
    *in_file(
        "states.py",
        ('EXTENDED = "bepaalde_tijd_verlengd"\n    INDEFINITE', 'EXTENDED = "verlengd"\n    INDEFINITE'),
        ("if held == (mark, standing)", "if held and held[0] == mark"),
    ),
    *in_file(
        "pieces.py",
        (
            "        DecisionKind.LEFT_ASIDE,\n        DecisionKind.REJECTION",
            "        DecisionKind.REJECTION",
        ),
        (
            "        DecisionKind.PROLONGED_INQUIRY,\n        DecisionKind.SANCTION",
            "        DecisionKind.SANCTION",
        ),
        (
            "    {\n        DecisionKind.LEFT_ASIDE,",
            "    {\n        DecisionKind.WARNING,\n        DecisionKind.LEFT_ASIDE,",
        ),
    ),
)
