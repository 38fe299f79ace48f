"""A signed decision: the letter as it was sent, its seal, the term to object, and what it rested on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import mark_safe

from keurmerk import letters
from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Decision, Term
from keurmerk.documents import service as documents
from keurmerk.documents.errors import DamagedFileError, GoneError
from keurmerk.web.staff.acting import term_shown
from keurmerk.web.staff.decision_draft import any_row_of
from keurmerk.web.staff.decision_page import in_words, motivation_lines
from rulebook.lifecycle.facts import Fact


@dataclass(frozen=True, slots=True)
class Seal:
    """What checking the kept PDF gave, in words."""

    tone: str
    title: str
    text: str


def signed_context(decision: Decision, today: date) -> dict[str, Any]:
    return {
        "decision": decision,
        "row": any_row_of(decision),
        "case": decision.case,
        "letter": mark_safe(decision.letter_html),  # noqa: S308  made by letters.to_html and kept
        "pdf": reverse("staff:document", args=[decision.letter.public_id]) if decision.letter else "",
        "seal": seal_of(decision),
        "term": term_shown(term_against(decision), today, "de verzending van het besluit"),
        "objections": list(decision.objections.select_related("case")),
        "motivations": motivation_lines(decision),
        "facts": used_facts(decision),
        "grounds": grounds_of(decision),
    }


def term_against(decision: Decision) -> Term | None:
    """To object; to appeal where this is itself the answer to an objection."""
    mine = decision.case.terms.filter(subject=Subject.OBJECTION)
    if decision.objection_id is not None:
        return mine.filter(subject_id=decision.objection_id, code="beroep").first()
    return mine.filter(subject_id=decision.pk, code="bezwaar").first()


def seal_of(decision: Decision) -> Seal:
    if decision.letter is None:
        return Seal("warn", "Geen bestand", "De brief is niet bewaard.")
    try:
        check = letters.check_seal(documents.contents(decision.letter))
    except (GoneError, DamagedFileError) as error:
        return Seal("bad", "Het zegel kan niet worden gecontroleerd", str(error))
    if check.valid:
        return Seal("good", "Het zegel klopt", check.explanation)
    return Seal("bad" if not check.intact else "warn", "Het zegel klopt niet", check.explanation)


def used_facts(decision: Decision) -> list[tuple[str, str]]:
    """What was known on the day of signing and on which this kind of decision depends."""
    if decision.change is None:
        return []
    row = any_row_of(decision)
    needs = dict.fromkeys(
        need.fact
        for need in (
            *row.needs,
            *(need for ground in row.grounds if ground.code in decision.grounds for need in ground.needs),
        )
    )
    known = decision.change.facts
    return [(Fact(fact).statement, in_words(known.get(fact.value))) for fact in needs]


def grounds_of(decision: Decision) -> list[Any]:
    return [ground for ground in any_row_of(decision).grounds if ground.code in decision.grounds]
