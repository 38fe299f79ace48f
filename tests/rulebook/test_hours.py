"""Hours at the edge of what the reader takes (2.5)."""

from datetime import date

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Verdict
from rulebook.norms.engines import Engine
from tests.generators.frames import dossier_of

MOST_HOURS = "100000000"
PRACTICE = {"cursist_id": "c1", "datum": "2025-05-01", "uren": MOST_HOURS, "aantoonbaar": "ja"}
TABLES = {
    "organisatie": [{"kvk_nummer": "00000001", "naam": "School", "keurmerk": "onbepaalde_tijd"}],
    "cursisten": [
        {
            "cursist_id": "c1",
            "stelsel": "Wi2013",
            "verblijf": "gezinsmigrant",
            "leerprofiel": "laag",
        }
    ],
    "trajecten": [{"traject_id": "t1", "cursist_id": "c1", "soort": "ona", "aangemeld_op": "2025-01-02"}],
    "lessen": [],
    "aanwezigheid": [],
    "bevoegdheden": [],
    "praktijkuren": [{"praktijk_id": "p1", **PRACTICE}, {"praktijk_id": "p2", **PRACTICE}],
    "urenverklaringen": [
        {
            "verklaring_id": "u1",
            "cursist_id": "c1",
            "soort": "ona",
            "uren": MOST_HOURS,
            "afgegeven_op": "2025-06-01",
        }
    ],
}


@pytest.mark.parametrize("engine", [Engine.POLARS, Engine.DUCKDB])
def test_practice_hours_beyond_any_statement_still_cover_it(engine):
    period = MeasuringPeriod.starting(date(2025, 1, 1))

    outcome = judge(dossier_of(TABLES), period, engine=engine)

    verdicts = {row.norm: row.verdict for row in outcome.rows}
    assert verdicts["2.5"] is Verdict.MET
