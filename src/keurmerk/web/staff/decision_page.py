"""What the page of a decision tells, besides what is typed in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from keurmerk.accounts.models import User
from keurmerk.certification.models import Case, Decision, Mandate
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import deciding, objections, plans
from keurmerk.certification.service.mandates import mandate_for
from keurmerk.certification.service.motivating import thin
from keurmerk.certification.service.telling import members_of
from keurmerk.web.components import dutch
from keurmerk.web.components.obstacles import LinkOf, Missing, missing
from keurmerk.web.staff.acting import fact_href, fact_link
from keurmerk.web.staff.decision_draft import motivations_of
from rulebook.lifecycle import machine
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import DecisionKind, Duty, Parameter, TermRule, Transition
from rulebook.lifecycle.states import State

type Known = dict[Fact, bool]
ANCHORS = {
    "grond_ontbreekt": "#gronden",
    "grond_onbekend": "#gronden",
    "geen_grond": "#gronden",
    "niet_gehoord": "#horen",
    "voornemen": "#horen",
    "reden_niet_gehoord": "#id_horen-heard_reason",
    "feiten": "#id_tekst-facts_text",
    "afweging": "#id_tekst-weighing",
    "motivering": "#motivering",
}
PARAMETER_CODES = ("ontbreekt:", "waarde:")
NORM_CODES = ("motivering:", "feiten:")
DETAIL_CODE = "gegeven:"


@dataclass(frozen=True, slots=True)
class GroundLine:
    """A ground to choose from, with what it still lacks."""

    code: str
    text: str
    source: str
    chosen: bool
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class MotivationLine:
    norm: str
    group: str
    value: str
    limit: str
    rows: str
    facts: str
    why: str


@dataclass(frozen=True, slots=True)
class Follows:
    """What a transition brings, in words: the new status, terms and duties."""

    state: str
    terms: tuple[TermRule, ...]
    ours: tuple[Duty, ...]
    theirs: tuple[Duty, ...]


def ground_lines(row: Transition, case: Case, known: Known, chosen: set[str]) -> list[GroundLine]:
    return [
        GroundLine(
            ground.code,
            ground.text,
            ground.source,
            ground.code in chosen,
            tuple(missing(machine.unmet(ground.needs, known), fact_link(case))),
        )
        for ground in row.grounds
    ]


def follows(row: Transition, state: State) -> Follows:
    target = machine.target_of(row.target, state)
    duties = machine.duties_of(row, target)
    return Follows(
        state=str(getattr(target, "words", target)),
        terms=row.starts,
        ours=tuple(duty for duty in duties if duty.side == "blik_op_werk"),
        theirs=tuple(duty for duty in duties if duty.side == "school"),
    )


def signers(kind: DecisionKind, today: date, *, without: Iterable[int] = ()) -> list[User]:
    """Who has a mandate for this today and did not write in it."""
    running = Mandate.objects.filter(valid_from__lte=today, user__is_active=True).exclude(
        valid_until__lt=today
    )
    found = {
        each.user_id: each.user
        for each in running.select_related("user")
        if (not each.kinds or kind.value in each.kinds) and each.user_id not in set(without)
    }
    return sorted(found.values(), key=lambda user: user.name)


def signers_of(decision: Decision, today: date, *, besides: Iterable[int] = ()) -> list[User]:
    """Who may sign this one: another than who wrote in it, and than who signed what is contested."""
    contested = decision.objection.decision.signed_by_id if decision.objection else None
    without = {*decision.authors, *besides, contested or 0}
    return signers(decision.kind_, today, without=without)


def link_of(decision: Decision) -> LinkOf:
    """From what is missing to the place on the page, or to the page where a fact is established."""
    thin_ones: dict[str, list[int]] = defaultdict(list)
    for each in decision.motivations.all():
        for obstacle in thin(each):
            thin_ones[obstacle.code].append(each.pk)
    to_fact = fact_link(decision.case)

    def link(obstacle: Obstacle) -> str:
        code = obstacle.code
        if code in ANCHORS:
            return ANCHORS[code]
        if code.startswith(PARAMETER_CODES):
            return f"#id_waarde-{code.partition(':')[2]}"
        if code.startswith(DETAIL_CODE):
            return f"#brief-{code.partition(':')[2]}"
        if thin_ones[code]:
            return f"#norm-{thin_ones[code].pop(0)}"
        return to_fact(obstacle)

    return link


def still_missing(decision: Decision, today: date) -> list[Missing]:
    return missing(deciding.sign_obstacles(decision, today), link_of(decision))


def motivation_lines(decision: Decision) -> list[MotivationLine]:
    return [
        MotivationLine(
            each.norm, each.group, each.value, each.limit, each.rows, each.facts, rows_address(each)
        )
        for each in motivations_of(decision)
    ]


def rows_address(motivation: Any) -> str:
    """The page with the rows behind a computed norm."""
    if motivation.assessment_address is None:
        return ""
    try:
        address = reverse("staff:explanation", args=[motivation.assessment_address, motivation.norm])
    except NoReverseMatch:
        return ""
    return f"{address}?groep={motivation.group}" if motivation.group else address


def why_not_sign(decision: Decision, user: User, today: date) -> str:
    """For whoever looks at a decision that waits for a signature; empty when this person may sign."""
    if user.pk in decision.authors:
        return "U schreef aan dit besluit. Wie eraan schreef, ondertekent het niet (vier ogen, Awb 10:3)."
    if mandate_for(user, decision.kind_, today) is None:
        return f"U hebt geen mandaat voor: {decision.kind_.words}. Vraag iemand die dat wel heeft."
    if decision.objection is not None and decision.objection.decision.signed_by_id == user.pk:
        return "U hebt het bestreden besluit ondertekend. Op het bezwaar beslist een ander (Awb 10:3)."
    return ""


def who_gets_mail(case: Case) -> list[str]:
    return [user.name for user in members_of(case.school)]


def act_sentence(decision: Decision) -> str:
    """What signing does, to whom and from when, in one sentence."""
    what = decision.title
    day = decision.parameters.get(Parameter.EFFECTIVE_ON)
    from_when = f", met ingang van {dutch.day(date.fromisoformat(day))}" if day else ""
    mail = dutch.listing(who_gets_mail(decision.case))
    told = (
        f"De brief wordt verzegeld en gaat per e-mail naar {mail}."
        if mail
        else "De school heeft geen gebruiker: er komt een taak om de brief per post te sturen."
    )
    return f"U besluit tot: {what}, voor {decision.case.school.name}{from_when}. {told}"


def facts_of(case: Case, today: date) -> Known:
    return known_now(case.certificate, today)


def known_for(decision: Decision, today: date) -> Known:
    """What is known of the certificate, and of the plan or the objection that this is about."""
    if decision.plan is not None:
        return plans.known_of(decision.plan, today)
    if decision.objection is not None:
        return objections.known_of(decision.objection, today)
    return facts_of(decision.case, today)


def needed_facts(row: Transition, known: Known, case: Case) -> list[tuple[str, str, str]]:
    """Every fact on which this row depends: the sentence, whether it is so, and where to establish it.

    Who signs is not known before somebody does.
    """
    needs = dict.fromkeys(
        need.fact for need in (*row.needs, *(need for ground in row.grounds for need in ground.needs))
    )
    return [
        (fact.statement, in_words(known.get(fact)), fact_href(case, fact))
        for fact in needs
        if fact is not Fact.OTHER_SIGNER
    ]


def in_words(holds: bool | None) -> str:  # noqa: FBT001
    return "nog niet vastgesteld" if holds is None else "ja" if holds else "nee"
