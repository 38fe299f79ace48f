"""What schools hold or held, for those who are tied to them: two queries, however many schools."""

from collections.abc import Collection, Iterable
from functools import cache

from keurmerk.certification.models import Certificate, Change, Motivation
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.record import SUSPENDING
from rulebook.lifecycle.states import Mark, State
from rulebook.norms.catalogue import catalogue
from rulebook.persons.consequences import History

ENDING = SUSPENDING | {Event.WITHDRAW, Event.WITHDRAW_FOR_A_TIME}
"""Not at request: that rests on no norm."""
NORM_GROUND = "normen"
REFUSED = frozenset({Event.REJECT, Event.NOT_GRANT})


def histories(schools: Collection[int]) -> dict[int, tuple[Certificate, History]]:
    """Per school with a certificate on record; what was annulled or is stayed counts for nothing."""
    certificates = Certificate.objects.filter(school__in=schools).select_related("school")
    changes: dict[int, list[Change]] = {}
    rows = Change.objects.filter(certificate__school__in=schools, undone_by=None, annulled_on=None)
    for change in rows.order_by("number"):
        changes.setdefault(change.certificate_id, []).append(change)
    norms: dict[int, set[str]] = {}
    about = Motivation.objects.filter(
        decision__change__certificate__school__in=schools, decision__change__event__in=ENDING
    )
    for change_id, norm in about.values_list("decision__change_id", "norm"):
        norms.setdefault(change_id, set()).add(norm)
    return {
        each.school_id: (each, history_of(each, changes.get(each.pk, ()), norms)) for each in certificates
    }


def history_of(certificate: Certificate, changes: Iterable[Change], norms: dict[int, set[str]]) -> History:
    """Of the changes that count, the oldest first."""
    now = certificate.state_.held
    counted = list(changes)
    ever = [state.held for each in counted for state in (each.before_, each.after_)]
    return History(
        holds_fixed=now is not None and now[0] in {Mark.FIXED, Mark.EXTENDED},
        holds_indefinite=now is not None and now[0] is Mark.INDEFINITE,
        held_before=now is not None or any(ever),
        rejected=any(each.event in REFUSED for each in counted),
        suspended=any(each.event in ENDING for each in counted),
        material=any(_on_material_norm(each, norms.get(each.pk, set())) for each in counted),
    )


def _on_material_norm(change: Change, norms: set[str]) -> bool:
    """Suspended or withdrawn because a Materiële Norm was not met."""
    if change.event not in ENDING:
        return False
    mark = change.before_.held
    kind = "onbepaalde_tijd" if mark and mark[0] is Mark.INDEFINITE else "bepaalde_tijd"
    if norms & material_norms(kind):
        return True
    return NORM_GROUND in change.grounds and change.facts.get(Fact.MATERIAL_NORM_FAILED) is True


@cache
def material_norms(kind: str) -> frozenset[str]:
    """The numbers of the Materiële Normen for a holder of this kind of certificate."""
    return frozenset(norm.number for norm in catalogue() if norm.is_material(kind))


def words_of(certificate: Certificate, history: History) -> str:
    """What is on record, for people."""
    text = State(certificate.state).words
    extra = [
        "eerder houder" if history.held_before and not certificate.state_.held else "",
        "geschorst of ingetrokken op een Materiële Norm" if history.material else "",
    ]
    return "; ".join([text, *filter(None, extra)])
