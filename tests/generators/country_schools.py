"""What hangs on the school itself: staff, lessons, complaints, survey, inspections and parameters."""

from datetime import date

import polars as pl

from tests.generators.country_people import BILLION, FIRST, one_each
from tests.generators.draws import ROW, Draws, key, rows, when

LEARNERS_PER_TEACHER = 25
GROUP = 10  # participants of a lesson
NORMS = {"analfabeet": 50, "laag": 60, "midden": 70, "hoog": 75}


def make_organisation(draws: Draws, schools: int, first_school: int) -> pl.DataFrame:
    return (
        rows(schools)
        .with_columns(school=pl.col(ROW) + first_school)
        .with_columns(
            kvk_number=(10_000_000 + pl.col("school")).cast(pl.String),
            name=pl.format("Fictieve taalschool {}", "school"),
            certificate=draws.pick(("onbepaalde_tijd", "onbepaalde_tijd", "bepaalde_tijd")),
            cycle_year=1 + draws.below(4),
            self_employed=draws.chance(0.1),
            oval_member=draws.chance(0.1),
        )
    )


def school_sizes(learners: pl.DataFrame) -> pl.DataFrame:
    """Per school where its learners begin, how many there are, and how many teachers that asks."""
    return (
        learners.group_by("school", maintain_order=True)
        .agg(begin=pl.col(ROW).min(), size=pl.len().cast(pl.Int64))
        .with_columns(teachers=pl.col("size") // LEARNERS_PER_TEACHER + 2)
    )


def teacher_key(number: pl.Expr) -> pl.Expr:
    return pl.format("s{}-d{}", pl.col("school"), number)


def make_staff(draws: Draws, sizes: pl.DataFrame) -> dict[str, pl.DataFrame]:
    teachers = (
        sizes.select("school", number=pl.int_ranges("teachers"))
        .explode("number")
        .with_columns(teacher_id=teacher_key(pl.col("number")))
        .with_row_index(ROW)
    )
    started = draws.day(date(2021, 6, 1), 0, 1100)
    engagements = teachers.with_columns(
        kind=draws.pick(("arbeidsovereenkomst", "opdracht")), valid_from=started
    ).with_columns(valid_until=when(draws.chance(0.2), pl.lit(date(2025, 9, 30))))
    vogs = engagements.select("school", "teacher_id", ROW, "valid_from").with_columns(
        date=(pl.min_horizontal(pl.col("valid_from"), pl.lit(date(2022, 6, 30))) - pl.duration(days=20)),
        profile=pl.lit(60),
        objections=pl.lit(value=False),
    )
    fresh = pl.col("valid_from") >= date(2022, 1, 1)
    vogs = vogs.with_columns(
        date=pl.when(fresh).then(pl.col("valid_from") - draws.days(1, 200)).otherwise(pl.col("date"))
    )
    return {
        "teachers": teachers,
        "qualifications": pl.concat(
            [qualification(draws, teachers, "nt2", 0.92), qualification(draws, teachers, "ona", 0.5)]
        ),
        "engagements": engagements,
        "vogs": vogs,
    }


def qualification(draws: Draws, teachers: pl.DataFrame, subject: str, share: float) -> pl.DataFrame:
    return teachers.filter(draws.chance(share)).with_columns(
        subject=pl.lit(subject),
        register=pl.lit("BVNT2"),
        valid_from=draws.day(date(2020, 1, 1), 0, 1500),
        valid_until=when(draws.chance(0.1), draws.day(FIRST, 60, 700)),
    )


def make_lessons(draws: Draws, learners: pl.DataFrame, sizes: pl.DataFrame, count: int) -> pl.DataFrame:
    """Larger schools give more lessons: each belongs to the school of a learner drawn at random."""
    groups = pl.max_horizontal(pl.col("size") // GROUP, 1)
    return (
        one_each(learners, draws, count)
        .join(sizes, on="school", how="left", maintain_order="left")
        .with_columns(number=draws.below(10**6) % groups, begins=540 + 30 * draws.below(20))
        .with_columns(
            lesson_id=key("l"),
            group=pl.format("s{}-g{}", pl.col("school"), pl.col("number")),
            kind=draws.pick(("nt2",) * 7 + ("alfabetisering", "knm", "ona")),
            date=draws.day(FIRST, -60, 400),
            ends=pl.col("begins") + 90 + 30 * draws.below(4),
            location=draws.pick(("Utrecht", "Amersfoort", None)),
            mode=draws.pick(("klassikaal",) * 8 + ("afstand",)),
            teacher_id=teacher_key(draws.below(10**6) % pl.col("teachers")),
            signed_by_teacher=draws.chance(0.995),
        )
    )


def make_attendance(draws: Draws, learners: pl.DataFrame, lessons: pl.DataFrame, count: int) -> pl.DataFrame:
    """Each lesson has learners of its group, as many as the rows allow and the school has."""
    each = max(count // max(len(lessons), 1), 1)
    wanted = pl.min_horizontal(pl.lit(each), pl.col("size"))
    seats = (
        lessons.lazy()
        .select("school", "lesson_id", "begin", "size", "number", seat=pl.int_ranges(wanted))
        .explode("seat")
        .with_columns(owner=pl.col("begin") + (pl.col("number") * GROUP + pl.col("seat")) % pl.col("size"))
        .select("school", "lesson_id", "owner")
        .collect()
    )
    return (
        seats.select("school", "lesson_id", learner_id=learners["learner_id"].gather(seats["owner"]))
        .with_columns(pl.int_range(pl.len()).alias(ROW))
        .with_columns(present=draws.chance(0.88), initialled=draws.chance(0.998))
    )


def make_complaints(draws: Draws, schools: int, first_school: int) -> pl.DataFrame:
    return (
        rows(schools * 4)
        .with_columns(school=pl.col(ROW) % schools + first_school, received_on=draws.day(FIRST, -60, 364))
        .with_columns(
            complaint_id=key("k"),
            confirmed_on=pl.col("received_on") + draws.days(0, 5),
            rejected_on=when(draws.chance(0.1), pl.col("received_on") + draws.days(1, 30)),
            settled_on=when(draws.chance(0.9), pl.col("received_on") + draws.days(3, 45)),
        )
    )


def make_quality(draws: Draws, sizes: pl.DataFrame) -> dict[str, pl.DataFrame]:
    survey = sizes.with_row_index(ROW).with_columns(
        invited=pl.col("size"), completed=pl.col("size") * (15 + draws.below(60)) // 100
    )
    inspections = pl.concat([sizes] * 3).with_row_index(ROW)
    return {
        "satisfaction": survey.with_columns(
            grades=pl.col("completed"),
            mean_grade=when(pl.col("completed") > 0, (60 + draws.below(35)) * (BILLION // 10)),
            client_audit_grade=when(draws.chance(0.03), (60 + draws.below(30)) * (BILLION // 10)),
        ),
        "inspections": inspections.with_columns(
            inspection_id=key("z"),
            date=draws.day(FIRST, -1300, 360),
            kind=draws.pick(
                ("toezicht_in_de_klas", "toezicht_in_de_klas", "herinspectie", "zelfbeoordeling")
            ),
            result=draws.pick(("goed", "voldoende", "voldoende", "onvoldoende")),
            plan_approved=draws.chance(0.5),
        ),
    }


def make_parameters(schools: int, first_school: int) -> pl.DataFrame:
    numbers = rows(schools).select(school=pl.col(ROW) + first_school)
    norms = pl.DataFrame({"key": list(NORMS), "value": [norm * BILLION for norm in NORMS.values()]})
    return numbers.join(norms, how="cross").with_columns(name=pl.lit("slagingsnorm"))
