"""The transition tables behind words only, so that a faulty copy of the rulebook can stand in their place."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

type Words = Mapping[str, bool]
type Told = Mapping[str, Any]

TABLES = {"keurmerk": "CERTIFICATE", "plan": "PLAN", "bezwaar": "OBJECTION"}
STATES = {"keurmerk": "State", "plan": "PlanState", "bezwaar": "ObjectionState"}
EVENTS = {"keurmerk": "Event", "plan": "PlanEvent", "bezwaar": "ObjectionEvent"}
BEFORE, AFTER = "daarvoor", "daarna"
UNTOUCHED = {BEFORE: "geen", AFTER: "overeenkomst"}
"""States that no decision finds or brings, to tell by which side of a decision a row returns."""
UNDOING = ("aflopen_rechtzetten", "besluit_herroepen", "werking_schorsen", "besluit_herleeft")
LASTS = "zolang het duurt"
AT_ONCE = "direct"


class Engine:
    """`rulebook.lifecycle` of this package, asked and answering in the codes of the data."""

    def __init__(self, package: str = "rulebook") -> None:
        def module(name: str) -> Any:
            return import_module(f"{package}.lifecycle.{name}")

        self.states, self.events, self.facts = module("states"), module("events"), module("facts")
        self.pieces, self.machine, self.table = module("pieces"), module("machine"), module("table")
        self.record, self.cycle, self.conditions = module("record"), module("cycle"), module("conditions")
        self.period = import_module(f"{package}.kernel.period")

    def of(self, table: str) -> Any:
        return getattr(self.table, TABLES[table])

    def state(self, table: str, code: str | None) -> Any:
        return None if code is None else getattr(self.states, STATES[table])(code)

    def all_states(self, table: str) -> list[str]:
        return [state.value for state in getattr(self.states, STATES[table])]

    def all_events(self, table: str) -> list[str]:
        return [event.value for event in getattr(self.events, EVENTS[table])]

    def row(self, table: str, state: str, event: str) -> Any:
        return self.of(table).find(self.state(table, state), self.event(table, event))

    def event(self, table: str, code: str) -> Any:
        return getattr(self.events, EVENTS[table])(code)

    def known(self, facts: Words) -> dict[Any, bool]:
        return {self.facts.Fact(code): held for code, held in facts.items()}

    def obstacles(
        self,
        table: str,
        state: str,
        event: str,
        *,
        by: str,
        facts: Words,
        grounds: Iterable[str] = (),
        heard: str = "niet",
        filled: Collection[str] = (),
    ) -> tuple[str, ...]:
        attempt = self.machine.Attempt(
            event=self.event(table, event),
            by=self.pieces.Actor(by),
            grounds=tuple(grounds),
            heard=self.pieces.Heard(heard),
            parameters=[self.pieces.Parameter(each) for each in filled],
        )
        found = self.machine.obstacles(self.of(table), self.state(table, state), self.known(facts), attempt)
        return tuple(each.code for each in found)

    def target(self, table: str, state: str, event: str) -> str:
        """Where it leads; 'daarvoor' and 'daarna' for the states around the decision that is undone."""
        row, here = self.row(table, state, event), self.state(table, state)
        around = {name: self.state("keurmerk", code) for name, code in UNTOUCHED.items()}
        found = str(
            self.machine.target_of(row.target, here, before=around[BEFORE], after=around[AFTER]).value
        )
        for name, code in UNTOUCHED.items():
            if found == code and event in UNDOING:
                return name
        return found

    def due(self, table: str, state: str, facts: Words) -> str | None:
        row = self.machine.due_by_law(self.of(table), self.state(table, state), self.known(facts))
        return None if row is None else row.event.value

    def options(self, table: str, state: str, facts: Words) -> dict[str, tuple[str, ...]]:
        found = self.machine.options(self.of(table), self.state(table, state), self.known(facts))
        return {each.transition.event.value: tuple(o.code for o in each.obstacles) for each in found}

    def follows(self, table: str, state: str, event: str) -> dict[str, Any]:
        """What a transition decides, starts, ends and asks of both sides."""
        row = self.row(table, state, event)
        return {
            "besluit": row.decision.value if row.decision else None,
            "bezwaar": row.decision.objectionable if row.decision else None,
            "start": sorted(map(self.told_term, row.starts)),
            "eindigt": sorted(row.ends),
            "taken": sorted(map(self.told_duty, row.duties)),
        }

    def told_term(self, rule: Any) -> str:
        what = rule.kind if rule.count is None else f"{rule.count} {rule.kind}"
        return f"{rule.side.value}: {rule.code}, {what}"

    def told_duty(self, duty: Any) -> str:
        within = f"{duty.count} {duty.kind}" if duty.count else AT_ONCE
        return f"{duty.side.value}: {duty.code}, {LASTS if duty.while_it_lasts else within}"

    def duties_when(self, event: str, state: str, target: str) -> list[str]:
        row = self.row("keurmerk", state, event)
        return sorted(map(self.told_duty, self.machine.duties_of(row, self.state("keurmerk", target))))

    def derived(self, record: Told, findings: Words, today: date) -> dict[str, bool]:
        """A record as plain data, see `tests.reference.lifecycle_record`."""
        found = self.record.derived(self.as_record(record), self.known(findings), today)
        return {fact.value: held for fact, held in found.items()}

    def as_record(self, record: Told) -> Any:
        plan = record.get("plan")
        return self.record.Record(
            state=self.state("keurmerk", record["state"]),
            past=tuple(
                self.record.Past(**{**each, "event": self.event("keurmerk", each["event"])})
                for each in record.get("past", ())
            ),
            periods=tuple(self.period.MeasuringPeriod(*each) for each in record.get("periods", ())),
            plan=self.record.PlanPast(state=self.state("plan", plan[0]), late=plan[1]) if plan else None,
            **{name: record[name] for name in RECORD_DATES_AND_FLAGS if name in record},
        )

    def periods(self, first: date, until: date, ends: Mapping[date, date]) -> list[tuple[date, date]]:
        return [(each.first, each.last) for each in self.cycle.periods_of(first, until, ends)]

    def limits(self, learners: int | None, turnover: str | None) -> Any:
        return self.conditions.Conditions(learners, None if turnover is None else Decimal(turnover))


RECORD_DATES_AND_FLAGS = (
    "fixed_until",
    "warned_until",
    "suspended_until",
    "withdrawn_until",
    "annulled",
    "stayed",
    "stay_ended",
    "lift_after_plan",
)
