"""What holds for every dossier, whatever the norms say in numbers."""

import json
import random
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rulebook.judgement import Outcome, judge
from rulebook.kernel.period import MeasuringPeriod
from tests.generators.columns import KINDS, Tables
from tests.generators.dossiers import loose_dossier
from tests.generators.frames import dossier_of
from tests.reference.period import Period

PERIOD = Period(date(2025, 1, 1), date(2025, 12, 31))
KEYS = {column for columns in KINDS.values() for column in columns if column.endswith("_id")} | {"groep"}
OF_THE_WHOLE_SCHOOL = {"organisatie", "tevredenheid", "parameters"}
OF_LEARNERS = (
    "cursisten", "trajecten", "examenpogingen", "lessen", "aanwezigheid", "praktijkuren", "urenverklaringen",
    "facturen",
)  # fmt: skip
NOT_PER_ROW = {"1.7.1.b", "1.7.2.b", "7.2.1"}
"""Two halves of a school have lessons on the same dates; five trajecten are enough for both."""

# one period and every table there, so that the engine lays out its plan once
few = settings(max_examples=8, suppress_health_check=list(HealthCheck), database=None)


def complete_dossier(seed: int) -> Tables:
    made = loose_dossier(random.Random(seed), PERIOD, (10, 30), (5, 24))
    return {table: made.get(table, []) for table in KINDS}


dossiers = st.integers(0, 10**6).map(complete_dossier)


def judged(tables: Tables) -> Outcome:
    return judge(dossier_of(tables), MeasuringPeriod(*PERIOD), edition="inburgeren-2025")


def renamed(tables: Tables, prefix: str) -> Tables:
    """The same dossier under other ids, in the same order."""
    return {
        table: [
            {column: f"{prefix}{cell}" if column in KEYS else cell for column, cell in row.items()}
            for row in rows
        ]
        for table, rows in tables.items()
    }


@few
@given(tables=dossiers, data=st.data())
def test_passing_an_attempt_that_counted_as_failed_never_lowers_the_rate(
    tables: Tables, data: st.DataObject
) -> None:
    before = judged(tables)
    failed = before.explanation.rows(named=True)
    failed = [row for row in failed if row["norm"] in {"2.15", "2.16"} and row["counts"] == "noemer"]
    if not failed:
        return
    turned = data.draw(st.sampled_from(failed))
    for row in tables["examenpogingen"]:
        if row["poging_id"] == turned["id"]:
            row["geslaagd"] = "ja"
    rates = {(row.norm, row.group): row.value for row in judged(tables).rows}
    for row in before.rows:
        if row.norm in {"2.15", "2.16"} and row.value is not None:
            after = rates.get((row.norm, row.group))
            # an attempt put off to this period leaves it when it was passed; then nothing may be left
            assert after is None or after >= row.value
            assert after == row.value or (row.norm, row.group) == (turned["norm"], turned["group"])


@few
@given(tables=dossiers, rng=st.randoms(use_true_random=False))
def test_order_of_rows_and_names_of_ids_mean_nothing(tables: Tables, rng: random.Random) -> None:
    shuffled = {table: rng.sample(rows, len(rows)) for table, rows in renamed(tables, "x").items()}
    one, other = judged(tables), judged(shuffled)
    assert json.dumps(other.as_json()) == json.dumps(one.as_json())
    columns = ["norm", "group", "table", "counts", "reason"]
    assert (
        other.explanation.select(columns).sort(columns).equals(one.explanation.select(columns).sort(columns))
    )


@few
@given(tables=dossiers, guests=dossiers)
def test_cursisten_of_the_onderwijsroute_with_lessons_of_their_own_change_nothing(
    tables: Tables, guests: Tables
) -> None:
    before = judged(tables)
    after = judged(with_education_route(tables, renamed(guests, "onderwijsroute ")))
    assert json.dumps(after.as_json()) == json.dumps(before.as_json())
    # their attempts are named, as those of every cursist, under norms that do not judge them
    rows = after.explanation.rows(named=True)
    added = {row["reason"] for row in rows if row["id"].startswith("onderwijsroute ")}
    assert added <= {"andere_norm", "ona_telt_niet"}
    rest = [row for row in rows if not row["id"].startswith("onderwijsroute ")]
    assert rest == before.explanation.rows(named=True)


def with_education_route(tables: Tables, guests: Tables) -> Tables:
    """The guests bring all that hangs on them, in groups and with teachers that the school has."""
    for row in guests["cursisten"]:
        row |= {"stelsel": "Wi2021", "leerroute": "onderwijs"}
    attended = {row["les_id"] for row in guests["aanwezigheid"]}
    guests["lessen"] = [row for row in guests["lessen"] if row["les_id"] in attended]
    groups = sorted({row["groep"] for row in tables["lessen"]}) or ["groep"]
    teachers = [row["docent_id"] for row in tables["docenten"]] or ["docent"]
    for number, row in enumerate(guests["lessen"]):
        row["groep"] = groups[number % len(groups)]
        row["docent_id"] = teachers[number % len(teachers)]
    return tables | {table: tables[table] + guests[table] for table in OF_LEARNERS}


@few
@given(tables=dossiers)
def test_school_and_its_double_have_the_same_shares(tables: Tables) -> None:
    double = renamed(tables, "dubbel ")
    both = {
        table: rows if table in OF_THE_WHOLE_SCHOOL else rows + double[table]
        for table, rows in tables.items()
    }
    one, two = judged(tables), judged(both)
    assert [row.label for row in two.rows] == [row.label for row in one.rows]
    for before, after in zip(one.rows, two.rows, strict=True):
        if before.norm in NOT_PER_ROW:
            continue
        assert after.value == before.value, before.norm
        if before.numerator is not None and before.denominator is not None and before.norm != "3.1.2":
            counts = (after.numerator, after.denominator)
            assert counts == (2 * before.numerator, 2 * before.denominator), before.norm
