"""What must hold of every example, pair, record and date; each check tells what is not so."""

import itertools
import random
from collections.abc import Iterator

from tests.reference import lifecycle as reference
from tests.rulebook.lifecycle.cell_files import EVERY_WAY, Example, cells, examples
from tests.rulebook.lifecycle.engine import TABLES, Engine

ACTORS = ("school", "medewerker", "beslisser", "van_rechtswege")
NOT_IN_TABLE = ("niet_in_tabel",)


def differences(engine: Engine) -> Iterator[str]:
    """All of them, the quickest first."""
    for example in examples():
        yield from of_example(engine, example)
    for table in TABLES:
        for state, event in itertools.product(engine.all_states(table), engine.all_events(table)):
            yield from of_pair(engine, table, state, event)
    yield from of_grounds(engine)
    yield from of_what_happens_by_itself(engine)
    yield from of_undone_decisions(engine)


def of_example(engine: Engine, example: Example) -> Iterator[str]:
    """It goes; what it leads to; and each thing that it needs is needed."""
    name = example.name
    if engine.row(example.table, example.state, example.event) is None:
        yield f"{name}: not in the table"
        return
    if found := attempt(engine, example):
        yield f"{name}: stopped by {found}"
    yield from _outcome(engine, example)
    for fact, held in example.facts.items():
        rest = {other: told for other, told in example.facts.items() if other != fact}
        if f"feit:{fact}" not in attempt(engine, example, facts={**rest, fact: not held}):
            yield f"{name}: goes without the right {fact}"
        if f"onbekend:{fact}" not in attempt(engine, example, facts=rest):
            yield f"{name}: goes while {fact} is not known"
    for actor in ACTORS:
        if actor != example.by and attempt(engine, example, by=actor) != ("niet_bevoegd",):
            yield f"{name}: {actor} may too"
    for heard in EVERY_WAY:
        expected = () if heard in example.heard else ("niet_gehoord",)
        if attempt(engine, example, heard=heard) != expected:
            yield f"{name}: heard like {heard} gives something else than {expected}"
    yield from _parameters(engine, example)


def attempt(engine: Engine, example: Example, **changed: object) -> tuple[str, ...]:
    """The obstacles of an example, with something changed."""
    asked = {
        "by": example.by,
        "facts": example.facts,
        "grounds": [example.ground] if example.ground else [],
        "heard": example.heard[0],
        "filled": example.filled,
        **changed,
    }
    return engine.obstacles(example.table, example.state, example.event, **asked)  # type: ignore[arg-type]


def _outcome(engine: Engine, example: Example) -> Iterator[str]:
    where = (example.table, example.state, example.event)
    if (found := engine.target(*where)) != example.target:
        yield f"{example.name}: leads to {found}, not {example.target}"
    follows = engine.follows(*where)
    for what, expected in example.follows.items():
        if follows[what] != expected:
            yield f"{example.name}: {what} is {follows[what]}, not {expected}"


def _parameters(engine: Engine, example: Example) -> Iterator[str]:
    for parameter in example.filled:
        fewer = [other for other in example.filled if other != parameter]
        if attempt(engine, example, filled=fewer) != (f"ontbreekt:{parameter}",):
            yield f"{example.name}: goes without {parameter}"
    named = {each.value for each in engine.row(example.table, example.state, example.event).parameters}
    if named != {*example.filled, *example.may_fill}:
        yield f"{example.name}: fixes {sorted(named)}"


def of_pair(engine: Engine, table: str, state: str, event: str) -> Iterator[str]:
    """As the reference says; and where it says nothing, nothing makes it possible."""
    name = f"{table}: {state} {event}"
    expected = reference.of(table, state).get(event)
    row = engine.row(table, state, event)
    if (row is None) != (expected is None):
        yield f"{name}: the reference says {expected}"
    if row is None and expected is None:
        yield from _impossible(engine, table, state, event)
    if row is not None and expected is not None:
        target, actor = expected
        if row.by.value != actor:
            yield f"{name}: by {row.by.value}, the reference says {actor}"
        if (found := engine.target(table, state, event)) != target:
            yield f"{name}: leads to {found}, the reference says {target}"


def _impossible(engine: Engine, table: str, state: str, event: str) -> Iterator[str]:
    """Whoever tries, heard in every way, with all grounds, facts so, not so, not known or mixed."""
    chance = random.Random(f"{table} {state} {event}")
    every = [fact.value for fact in engine.facts.Fact]
    known = (
        dict.fromkeys(every, True),
        dict.fromkeys(every, False),
        {},
        {fact: chance.random() < 0.5 for fact in every if chance.random() < 0.8},
    )
    grounds = sorted({ground.code for row in engine.of(table).rows for ground in row.grounds})
    filled = [each.value for each in engine.pieces.Parameter]
    for facts, by, heard in itertools.product(known, ACTORS, EVERY_WAY):
        found = engine.obstacles(
            table, state, event, by=by, facts=facts, grounds=grounds, heard=heard, filled=filled
        )
        if found != NOT_IN_TABLE:
            yield f"{table}: {state} {event}: {by} gets {found}"
    if any(engine.due(table, state, facts) == event for facts in known):
        yield f"{table}: {state} {event}: happens by itself"


def of_grounds(engine: Engine) -> Iterator[str]:
    for cell in cells():
        yield from of_grounds_of(engine, *cell)


def of_grounds_of(engine: Engine, table: str, state: str, event: str) -> Iterator[str]:
    """A decision on grounds needs one, knows only its own, and every one that is named must be present."""
    told = cells()[table, state, event]
    first, row = told[0], engine.row(table, state, event)
    if row is None:
        yield f"{first.name}: not in the table"
        return
    everything = {fact: held for each in told for fact, held in each.facts.items()}
    own = [each.ground for each in told if each.ground]
    if own and "grond_ontbreekt" not in attempt(engine, first, grounds=[], facts=everything):
        yield f"{first.name}: goes without a ground"
    if "grond_onbekend" not in attempt(engine, first, grounds=[*own[:1], "zomaar"], facts=everything):
        yield f"{first.name}: goes on a ground that is not there"
    if {ground.code for ground in row.grounds} != set(own):
        yield f"{first.name}: the table has other grounds"
    yield from _options(engine, table, state, event)


def _options(engine: Engine, table: str, state: str, event: str) -> Iterator[str]:
    """What the case page offers is what an attempt would meet, before grounds are chosen."""
    told = cells()[table, state, event]
    for example in told:
        offered = engine.options(table, state, example.facts)
        if example.by == "van_rechtswege":
            if event in offered:
                yield f"{example.name}: the law is offered as a choice"
        elif offered.get(event) != ():
            yield f"{example.name}: offered with {offered.get(event)}"
        elif example.ground is None:
            known = {fact: not held for fact, held in example.facts.items()}
            if engine.options(table, state, known)[event] != tuple(f"feit:{fact}" for fact in known):
                yield f"{example.name}: offered while its facts are not there"
    if all(example.ground and example.facts for example in told):
        row_facts = set.intersection(*(set(example.facts) for example in told))
        needed = {fact: held for fact, held in told[0].facts.items() if fact in row_facts}
        offered = engine.options(table, state, needed)
        alone = len(told) == 1 or any(set(example.facts) == row_facts for example in told)
        if not alone and "geen_grond" not in offered[event]:
            yield f"{table}: {state} {event}: offered while no ground is there"


def of_what_happens_by_itself(engine: Engine) -> Iterator[str]:
    """Exactly what the law does, when its facts are there, and nothing that somebody must do."""
    by_law = {(each.table, each.state): [] for each in examples()}
    for example in examples():
        if example.by == "van_rechtswege":
            by_law[example.table, example.state].append(example)
    for (table, state), told in by_law.items():
        every = dict.fromkeys((fact.value for fact in engine.facts.Fact), True)
        for facts in ({}, every, dict.fromkeys(every, False), *(each.facts for each in told)):
            due = [each.event for each in told if each.facts.items() <= facts.items()]
            if engine.due(table, state, facts) != (due[0] if due else None):
                yield f"{table}: in {state} {engine.due(table, state, facts)} happens, not {due}"


def of_undone_decisions(engine: Engine) -> Iterator[str]:
    """Where a decision is undone or revives, the duties of the state that holds again come back."""
    for event, state in (("besluit_herroepen", "ingetrokken"), ("besluit_herleeft", "aanvraag")):
        for target in engine.all_states("keurmerk"):
            expected = sorted(reference.duties_in(target))
            if engine.duties_when(event, state, target) != expected:
                yield f"{event} to {target}: {engine.duties_when(event, state, target)}"
