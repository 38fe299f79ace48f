"""What the outcome pages read, in how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keurmerk.assessments.models import Assessment
from keurmerk.assessments.queries import (
    ExplanationFilter,
    compare,
    explanation_page,
    judged_dossier_of,
    norm_lines,
    outcome_of,
    preview_lines,
    receipt_archive,
)
from keurmerk.assessments.queries.norms import as_row
from keurmerk.assessments.verification import verify
from keurmerk.results.errors import GoneError
from keurmerk.results.storage import forget
from rulebook.judgement import judge
from tests.factories.organisations import make_school
from tests.factories.results import PERIOD, make_assessment, make_checked, small_tables, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return make_assessment()


def test_the_outcome_page_reads_in_a_fixed_number_of_queries(assessment):
    with CaptureQueriesContext(connection) as queries:
        found = Assessment.objects.select_related("delivery__school", "explanation").get(pk=assessment.pk)
        assert len(norm_lines(found)) > 100
        assert found.outcome["sterren"]
        assert explanation_page(found, ExplanationFilter(norm="2.15")).rows
    assert len(queries) <= 3


def test_norms_come_in_order_with_exact_numbers(assessment):
    outcome = judge(judged_dossier_of(assessment), PERIOD)
    lines = norm_lines(assessment)
    assert [line.result.label for line in lines] == [row.label for row in outcome.rows]
    assert tuple(as_row(line.result) for line in lines) == outcome.rows


def test_what_if_stands_beside_every_norm_that_a_number_decides(assessment):
    found = {line.result.label: line.what_if for line in norm_lines(assessment)}
    assert found["1.7.1.c"].rows == 1
    assert found["2.17.1"] is None


def test_the_dry_run_shows_the_same_norms_as_the_assessment(assessment):
    upload = assessment.delivery.upload
    assert [line.row for line in preview_lines(upload)] == assessment.outcome["normen"]
    assert all(line.norm.number == line.row["norm"] for line in preview_lines(upload))


def test_explanation_is_filtered_sorted_and_cut(assessment):
    everything = explanation_page(assessment, ExplanationFilter(), size=assessment.explanation_rows)
    assert len(everything.rows) == everything.total == assessment.explanation_rows
    counted = ExplanationFilter(norm="2.15", group="hoog", counts="teller")
    page = explanation_page(assessment, counted, sort=["-id"], first=1, size=3)
    expected = sorted(
        (
            row.id
            for row in everything.rows
            if (row.norm, row.group, row.counts) == ("2.15", "hoog", "teller")
        ),
        reverse=True,
    )
    assert ([row.id for row in page.rows], page.total) == (expected[1:4], len(expected))
    assert page.choices["group"] == ("analfabeet", "hoog", "laag", "midden")
    assert page.rows[0].reason_text


def test_search_takes_the_text_as_it_is(assessment):
    some = explanation_page(assessment, ExplanationFilter(norm="2.15", search="PCM4L"))
    assert 0 < some.total < 124
    assert all("pcm4l" in row.id for row in some.rows)
    assert explanation_page(assessment, ExplanationFilter(search=".*")).total == 0


def test_explanation_that_is_gone_says_so(assessment):
    forget([assessment.explanation])
    assessment.refresh_from_db()
    with pytest.raises(GoneError):
        explanation_page(assessment, ExplanationFilter())


def test_two_uploads_side_by_side():
    school = make_school()
    before = make_assessment(school).delivery.upload
    tables = small_tables(school)
    gone = tables["examenpogingen"].pop()
    for row in tables["examenpogingen"]:
        row["geslaagd"] = "nee"
    after = make_checked(school, workbook(tables))
    found = compare(before, after)
    [attempts] = found.tables
    assert (attempts.table, attempts.removed) == ("examenpogingen", (gone["poging_id"],))
    moved = {norm.label: (norm.before["teller"], norm.after["teller"]) for norm in found.norms}
    assert moved["2.15:hoog"] == (9, 0)
    assert "1.5.8" not in moved


def test_uploads_of_two_schools_are_not_compared():
    with pytest.raises(ValueError, match="one school"):
        compare(make_checked(), make_checked())


def test_an_upload_without_a_dry_run_has_no_outcome():
    upload = make_checked(data=b"PK\x03\x04 geen werkmap")
    assert (outcome_of(upload), preview_lines(upload)) == (None, ())


def test_the_receipt_that_a_school_downloads_holds(assessment, tmp_path):
    path = tmp_path / "ontvangstbewijs.zip"
    path.write_bytes(receipt_archive(assessment))
    report = verify(path)
    assert report.holds, report
