"""Judging point by point, and advising to who decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from keurmerk.accounts.models import User
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.service import cases
from keurmerk.dispensations.enums import Advice, State
from keurmerk.dispensations.models import Dispensation, Point
from keurmerk.dispensations.service.asking import too_long
from keurmerk.dispensations.service.completing import answered
from keurmerk.dispensations.service.running import held, note
from keurmerk.journal.unit import journaled
from rulebook.dispensations import Effect, Nature
from rulebook.lifecycle.machine import Obstacle

BEING_JUDGED = (State.ASKED, State.NEEDS_MORE)


@dataclass(frozen=True, slots=True)
class NormAdvice:
    """What would be granted for one norm; without an effect that norm is refused."""

    norm: str
    effect: Effect | None
    other_limit: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    advice: Advice
    text: str
    norms: Sequence[NormAdvice] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    conditions: str = ""


@journaled
def judge(
    dispensation_id: int, points: Mapping[str, tuple[bool, str]], *, by: User, today: date
) -> Dispensation:
    """By code of the condition: whether it holds, and what that shows from. Others stay as they were."""
    dispensation = held(dispensation_id, *BEING_JUDGED)
    known = {each.code: each for each in dispensation.kind_.conditions}
    if strange := sorted(set(points) - set(known)):
        raise refuse("onbekend_punt", f"Dit punt hoort er niet bij: {', '.join(strange)}.")
    thin = [known[code].text for code, (holds, why) in points.items() if not holds and not why.strip()]
    if thin:
        raise NotPossibleError(
            *(Obstacle("waarom", f"Schrijf op waarom dit niet zo is: {text}", "Awb 3:46") for text in thin)
        )
    for code, (holds, why) in points.items():
        Point.objects.update_or_create(
            dispensation=dispensation,
            code=code,
            defaults={"holds": holds, "note": why.strip(), "judged_by": by, "judged_on": today},
        )
    note(dispensation, "judged", by, {"points": {code: holds for code, (holds, _why) in points.items()}})
    return dispensation


@journaled
def advise(dispensation_id: int, advised: Advised, *, by: User, today: date) -> Dispensation:
    """Put it before somebody else to decide. Refused with everything that is still missing."""
    dispensation = held(dispensation_id, *BEING_JUDGED)
    if found := advice_obstacles(dispensation, advised, today):
        raise NotPossibleError(*found)
    if dispensation.state_ is State.NEEDS_MORE:
        answered(dispensation, today)
    _keep(dispensation, advised)
    dispensation.advice, dispensation.advice_text = advised.advice, advised.text.strip()
    dispensation.advised_by, dispensation.advised_on = by, today
    dispensation.state = State.ADVISED
    dispensation.save()
    note(dispensation, "advised", by, {"advice": advised.advice.value})
    return dispensation


@journaled
def give_back(dispensation_id: int, because: str, *, by: User) -> Dispensation:
    """Who decides sees it otherwise, or the adviser takes it back: it is judged again."""
    dispensation = held(dispensation_id, State.ADVISED)
    if not because.strip():
        raise refuse("leeg", "Schrijf op waarom u het teruggeeft.")
    dispensation.state = State.ASKED
    dispensation.save()
    cases.write_note(dispensation.case, f"Advies teruggegeven: {because.strip()}", written_by=by)
    note(dispensation, "given_back", by, {})
    return dispensation


def advice_obstacles(dispensation: Dispensation, advised: Advised, today: date) -> tuple[Obstacle, ...]:
    kind = dispensation.kind_
    points = {point.code: point.holds for point in dispensation.points.all()}
    found = []
    if dispensation.state_ is State.NEEDS_MORE and (dispensation.repair_by or today) >= today:
        text = f"De school kan nog aanvullen tot en met {dispensation.repair_by:%d-%m-%Y}."
        found.append(Obstacle("wacht", text, "Awb 4:5"))
    if not advised.text.strip():
        found.append(Obstacle("text", "Schrijf op waarom u dit adviseert.", "Awb 3:46"))
    open_points = [each.text for each in kind.conditions if each.code not in points]
    if open_points:
        found.append(
            Obstacle("punten", f"Beoordeel eerst elk punt. Nog open: {len(open_points)}.", kind.source)
        )
    if advised.advice is Advice.REFUSE:
        return tuple(found)
    failed = [each.text for each in kind.conditions if points.get(each.code) is False]
    found += [Obstacle("voorwaarde", f"Verlenen kan niet: {text}", kind.source) for text in failed]
    return (*found, *_granting_obstacles(dispensation, advised))


def _granting_obstacles(dispensation: Dispensation, advised: Advised) -> list[Obstacle]:
    kind, first, last = dispensation.kind_, advised.valid_from, advised.valid_until
    found = []
    if first is None:
        found.append(Obstacle("valid_from", "Vul in vanaf welke dag het geldt.", kind.source))
    elif not kind.of_period and kind.nature is Nature.DISPENSATION and first < dispensation.asked_on:
        text = f"Een ontheffing werkt niet terug: kies {dispensation.asked_on:%d-%m-%Y} of later."
        found.append(Obstacle("valid_from", text, kind.source))
    elif last is not None and last < first:
        found.append(Obstacle("valid_until", "De laatste dag ligt voor de eerste.", kind.source))
    elif (text_ := too_long(kind, first, last)) is not None:
        found.append(Obstacle("valid_until", text_, kind.source))
    if not any(each.effect for each in advised.norms):
        found.append(Obstacle("norms", "Kies voor ten minste één Norm wat er geldt.", kind.source))
    for each in advised.norms:
        if each.effect is not None and each.effect not in kind.effects:
            found.append(Obstacle("norms", f"Norm {each.norm}: dit gevolg kan hier niet.", kind.source))
        if each.effect is Effect.OTHER_LIMIT and each.other_limit is None:
            found.append(Obstacle("norms", f"Norm {each.norm}: vul de andere grens in.", kind.source))
    return found


def _keep(dispensation: Dispensation, advised: Advised) -> None:
    grants = advised.advice is Advice.GRANT
    wanted = {each.norm: each for each in advised.norms} if grants else {}
    for row in dispensation.norms.all():
        chosen = wanted.get(row.norm)
        effect = chosen.effect if chosen else None
        row.granted, row.effect = effect is not None, effect.value if effect else ""
        row.other_limit = chosen.other_limit if chosen and effect is Effect.OTHER_LIMIT else None
        row.save()
    dispensation.valid_from = advised.valid_from if grants else None
    dispensation.valid_until = advised.valid_until if grants else None
    dispensation.conditions = advised.conditions.strip() if grants else ""
