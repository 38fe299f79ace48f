"""Warnings: what is possible but so improbable that somebody should look at it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from keurmerk.intake.checks.values import Parsed
from keurmerk.intake.schema.warnings import SENTENCES, Improbable

EPOCH = date(1970, 1, 1)
PASS_RATES = ("2.15", "2.16")

type Tables = Mapping[str, Parsed]


def improbable(tables: Tables) -> list[str]:
    """Give every warning about rows of a dossier without errors."""
    return [warning for check in CHECKS.values() for warning in check(tables)]


def everybody_passed(norms: Iterable[Mapping[str, Any]]) -> list[str]:
    """Give the warnings that only the outcome can give: pass rates of 100%."""
    return [
        say(Improbable.EVERYBODY_PASSED, norm=row["norm"], group=row["groep"], count=row["noemer"])
        for row in norms
        if row["norm"] in PASS_RATES and row["noemer"] and row["teller"] == row["noemer"]
    ]


def say(kind: Improbable, **words: object) -> str:
    return SENTENCES[kind].format(**words)


def rows(tables: Tables, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
    parsed = tables.get(table)
    if parsed is None:
        return iter(())
    return zip(*(parsed.values[column] for column in columns), strict=True)


def day(value: int) -> str:
    return (EPOCH + timedelta(days=value)).isoformat()


def ona_under_wi2021(tables: Tables) -> Iterator[str]:
    acts = dict(rows(tables, "cursisten", "cursist_id", "stelsel"))
    for track, learner, kind in rows(tables, "trajecten", "traject_id", "cursist_id", "soort"):
        if kind == "ona" and acts.get(learner) == "Wi2021":
            yield say(Improbable.ONA_UNDER_WI2021, track=track, learner=learner)


def municipal_invoice_under_wi2013(tables: Tables) -> Iterator[str]:
    acts = dict(rows(tables, "cursisten", "cursist_id", "stelsel"))
    for invoice, learner, recipient in rows(tables, "facturen", "factuur_id", "cursist_id", "ontvanger"):
        if recipient == "gemeente" and acts.get(learner) == "Wi2013":
            yield say(Improbable.MUNICIPAL_INVOICE_UNDER_WI2013, invoice=invoice, learner=learner)


def attended_after_last_lesson(tables: Tables) -> Iterator[str]:
    ends = last_lessons(tables)
    dates = dict(rows(tables, "lessen", "les_id", "datum"))
    for lesson, learner, present in rows(tables, "aanwezigheid", "les_id", "cursist_id", "aanwezig"):
        last, held = ends.get(learner), dates.get(lesson)
        if present and last is not None and held is not None and held > last:
            yield say(
                Improbable.ATTENDED_AFTER_LAST_LESSON,
                lesson=lesson,
                learner=learner,
                date=day(held),
                last=day(last),
            )


def last_lessons(tables: Tables) -> dict[str, int | None]:
    """Give the latest last lesson of all tracks of a learner; None as soon as one track has none."""
    ends: dict[str, int | None] = {}
    for learner, last in rows(tables, "trajecten", "cursist_id", "laatste_les"):
        known = ends.get(learner, last)
        ends[learner] = None if known is None or last is None else max(known, last)
    return ends


def level_without_language_exam(tables: Tables) -> Iterator[str]:
    for attempt, exam, level in rows(tables, "examenpogingen", "poging_id", "examen", "niveau"):
        if level is not None and exam in ("knm", "ona"):
            yield say(Improbable.LEVEL_WITHOUT_LANGUAGE_EXAM, attempt=attempt, exam=exam, level=level)


def teacher_twice_at_once(tables: Tables) -> Iterator[str]:
    """Name every lesson that begins before an earlier one of the same teacher has ended.

    Each is named with the lesson that runs longest by then, so that the number of warnings grows
    with the lessons and not with their pairs.
    """
    lessons = sorted(rows(tables, "lessen", "docent_id", "datum", "begin", "einde", "les_id"))
    busy: tuple[Any, ...] | None = None
    for lesson in lessons:
        teacher, held, begins, ends, name = lesson
        if busy and busy[:2] == (teacher, held) and begins < busy[3]:
            first, second = sorted((busy[4], name))
            yield say(
                Improbable.TEACHER_TWICE_AT_ONCE, lesson=first, other=second, teacher=teacher, date=day(held)
            )
            busy = lesson if ends > busy[3] else busy
        else:
            busy = lesson


CHECKS: dict[Improbable, Callable[[Tables], Iterator[str]]] = {
    Improbable.ONA_UNDER_WI2021: ona_under_wi2021,
    Improbable.MUNICIPAL_INVOICE_UNDER_WI2013: municipal_invoice_under_wi2013,
    Improbable.ATTENDED_AFTER_LAST_LESSON: attended_after_last_lesson,
    Improbable.LEVEL_WITHOUT_LANGUAGE_EXAM: level_without_language_exam,
    Improbable.TEACHER_TWICE_AT_ONCE: teacher_twice_at_once,
}
