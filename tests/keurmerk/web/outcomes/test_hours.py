"""The share in hours beside the share in lessons."""

import polars as pl

from keurmerk.assessments.queries import ExplanationRow
from keurmerk.web.outcomes.hours import hours_words
from rulebook.norms.dossier import Dossier


def lessons(*times):
    return pl.DataFrame(
        {
            "lesson_id": [f"l{number}" for number in range(len(times))],
            "begins": [begin for begin, _ in times],
            "ends": [end for _, end in times],
        }
    )


def row(number, counts):
    return ExplanationRow("1.7.1.a", "", "lessen", f"l{number}", counts, "bevoegde_docent")


def test_a_long_lesson_weighs_more_in_hours_than_in_lessons():
    dossier = Dossier({"lessons": lessons((540, 630), (600, 630))})
    said = hours_words(dossier, [row(0, "teller"), row(1, "noemer")])
    assert said.replace("\N{NO-BREAK SPACE}", " ") == "In uren: 75 % (1,5 van 2,0 uur)."


def test_without_lessons_nothing_is_said():
    assert hours_words(Dossier({}), [row(0, "teller")]) == ""
    assert hours_words(Dossier({"lessons": lessons((540, 630))}), []) == ""
