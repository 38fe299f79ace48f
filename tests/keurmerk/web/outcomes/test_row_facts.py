"""The school's own cells beside the rows of an explanation."""

import pytest

from keurmerk.assessments.queries import ExplanationFilter, explanation_page
from keurmerk.results.models import KeptFile
from keurmerk.web.outcomes.row_facts import cells_of
from tests.factories.files import own_store
from tests.factories.results import make_assessment

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def rows_of(assessment, norm):
    return explanation_page(assessment, ExplanationFilter(norm=norm), size=assessment.explanation_rows).rows


def test_every_row_of_a_table_with_ids_finds_its_cells():
    assessment = make_assessment()
    rows = [row for norm in ("2.14", "2.16", "1.7.1.c", "2.7.3") for row in rows_of(assessment, norm)]
    found = cells_of(assessment, rows)
    assert {(row.table, row.id) for row in rows} == set(found)


def test_cells_are_written_as_the_school_wrote_them():
    assessment = make_assessment()
    row = rows_of(assessment, "2.14")[0]
    cells = dict(cells_of(assessment, [row])[row.table, row.id])
    assert cells["einde"] == "afgerond"
    assert cells["beeindigd_op"].startswith("2025-")


def test_names_are_not_among_them():
    assessment = make_assessment()
    rows = rows_of(assessment, "2.7.3")
    shown = {name for cells in cells_of(assessment, rows).values() for name, _ in cells}
    assert shown & {"naam", "email", "telefoon", "postcode", "geboortedatum"} == set()


def test_after_the_retention_date_there_are_no_cells():
    assessment = make_assessment()
    rows = rows_of(assessment, "2.14")
    KeptFile.objects.filter(upload=assessment.delivery.upload, kind="snapshot").delete()
    assert cells_of(assessment, rows) == {}
