"""Ultimate owners (Bijlage 7A, 7B): 25% or more, directly or along a chain, or control in another way."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rulebook.persons.control import controllers_of
from rulebook.persons.graph import View
from rulebook.persons.paths import Step, actual_step, percent, role_step, stake_step
from rulebook.persons.ties import Holding, Management, Role, Stake

QUARTER = Fraction(25)
"""Of a hundred; 25 exactly counts (7A) although 7B says more for capital and votes: the wider."""
COUNTED = (Holding.SHARES, Holding.VOTES, Holding.BENEFICIARY, Holding.SPECIAL)
CHAINS_TOLD = 12


@dataclass(frozen=True)
class Owner:
    """A natural person behind a body. `shares` and the like: per cent, direct and indirect together."""

    person: str
    reasons: tuple[str, ...]
    direct: dict[Holding, Fraction]
    total: dict[Holding, Fraction]
    steps: tuple[Step, ...]
    pseudo: bool = False


def owners_of(view: View, body: str) -> tuple[Owner, ...]:
    """The ultimate owners of a body; where there are none the directors of the top holding (pseudo-UBO)."""
    totals = {what: interests(view, body, what) for what in COUNTED}
    in_fact = _in_fact(view, body)
    people = {person for found in totals.values() for person in found} | in_fact.keys()
    owners = [
        owner
        for person in sorted(people)
        if (owner := _owner(view, body, person, totals, in_fact.get(person, ())))
    ]
    return tuple(owners) or tuple(_pseudo(view, body))


def interests(view: View, body: str, what: Holding) -> dict[str, Fraction]:
    """What each natural person has in a body, in per cent: the product along a chain, summed over chains.

    Above the body itself the largest thing that one holds in the next counts. A ring of holdings is
    followed as many steps as there are bodies, so that it ends.
    """
    found: dict[str, Fraction] = {}
    at = {body: Fraction(1)}
    for step in range(1 + sum(not node.natural for node in view.nodes.values())):
        above: dict[str, Fraction] = {}
        for held, part in at.items():
            for holder, weight in _weights(view, held, what if step == 0 else None).items():
                into = found if view.is_natural(holder) else above
                into[holder] = into.get(holder, Fraction(0)) + part * weight
        at = above
        if not at:
            break
    return {person: min(part, Fraction(1)) * 100 for person, part in found.items() if part}


def top_holdings(view: View, body: str) -> tuple[str, ...]:
    """The bodies that control this one and are controlled by no other body; the body itself without any."""
    over = [node for node in controllers_of(view, body) if not view.is_natural(node)]
    tops = [
        node for node in over if not any(not view.is_natural(above) for above in controllers_of(view, node))
    ]
    return tuple(tops or over or [body])


def _weights(view: View, body: str, what: Holding | None) -> dict[str, Fraction]:
    found: dict[tuple[str, Holding], Fraction] = {}
    for stake in view.stakes.get(body, ()):
        if stake.what is what or (what is None and stake.what in COUNTED):
            key = (stake.holder, stake.what)
            found[key] = found.get(key, Fraction(0)) + Fraction(stake.percent) / 100
    largest: dict[str, Fraction] = {}
    for (holder, _), weight in found.items():
        largest[holder] = max(largest.get(holder, Fraction(0)), weight)
    return largest


def _in_fact(view: View, body: str) -> dict[str, tuple[Step, ...]]:
    """Natural persons who control it, by a limb of control or in another way, each with how."""
    over = controllers_of(view, body)
    found = {
        person: controlled.steps_to(body) for person, controlled in over.items() if view.is_natural(person)
    }
    for tie in view.controls:
        if view.is_natural(tie.holder) and (tie.body == body or tie.body in over):
            rest = over[tie.body].steps_to(body) if tie.body != body else ()
            found.setdefault(tie.holder, (actual_step(view, tie), *rest))
    return found


def _owner(
    view: View,
    body: str,
    person: str,
    totals: dict[Holding, dict[str, Fraction]],
    in_fact: tuple[Step, ...],
) -> Owner | None:
    total = {what: found.get(person, Fraction(0)) for what, found in totals.items()}
    reasons = [f"{percent(part)} van {what.words}" for what, part in total.items() if part >= QUARTER]
    if in_fact:
        reasons.append("feitelijke zeggenschap")
    if not reasons:
        return None
    direct = {what: 100 * _weights(view, body, what).get(person, Fraction(0)) for what in COUNTED}
    steps = in_fact or tuple(_chain_steps(view, body, person))
    return Owner(person, tuple(reasons), direct, total, steps)


def _chain_steps(view: View, body: str, person: str) -> Iterator[Step]:
    """The stakes on the ways from the person to the body, those nearest to the person first."""
    told: list[Stake] = []
    waiting: list[tuple[str, tuple[Stake, ...]]] = [(body, ())]
    chains = 0
    while waiting and chains < CHAINS_TOLD:
        at, way = waiting.pop(0)
        for stake in view.stakes.get(at, ()):
            if stake.what is Holding.BOARD or any(each.body == stake.holder for each in (stake, *way)):
                continue
            if stake.holder == person:
                chains += 1
                told.extend(each for each in (stake, *reversed(way)) if each not in told)
            elif not view.is_natural(stake.holder) and len(way) < len(view.nodes) and len(waiting) < 500:  # noqa: PLR2004 - a bound on what is told
                waiting.append((stake.holder, (*way, stake)))
    return (stake_step(view, stake) for stake in told)


def _pseudo(view: View, body: str) -> Iterator[Owner]:
    tops = top_holdings(view, body)
    over = controllers_of(view, body)
    for top in tops:
        for role in directors_of(view, top):
            down = over[top].steps_to(body) if top != body else ()
            nothing = dict.fromkeys(COUNTED, Fraction(0))
            reason = f"{role.role.words} van {view.name(top)} (pseudo-UBO)"
            yield Owner(role.person, (reason,), nothing, nothing, (*down, role_step(view, role)), pseudo=True)


def directors_of(view: View, body: str) -> list[Role]:
    """The directors in the trade register; where none is known whoever manages."""
    here = [role for role in view.roles if role.body == body]
    registered = [role for role in here if role.role is Management.REGISTERED]
    once = {role.person: role for role in reversed(registered or here)}
    return [once[person] for person in sorted(once)]
