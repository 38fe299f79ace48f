"""The tables of a dossier with typed rows; a table that was not delivered is None."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.reference import rows
from tests.reference.cells import Row

type Raw = Mapping[str, list[Row]] | Mapping[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Tables:
    organisation: rows.Organisation
    learners: list[rows.Learner]
    tracks: list[rows.Track]
    attempts: list[rows.Attempt] | None
    qualifications: list[rows.Qualification] | None
    engagements: list[rows.Engagement] | None
    vogs: list[rows.Vog] | None
    lessons: list[rows.Lesson] | None
    attendance: list[rows.Attendance] | None
    practice_hours: list[rows.PracticeHours]
    hours_statements: list[rows.HoursStatement] | None
    invoices: list[rows.Invoice] | None
    complaints: list[rows.Complaint] | None
    satisfaction: rows.Satisfaction | None
    inspections: list[rows.Inspection] | None
    parameters: list[rows.Parameter]


def read_tables(raw: Raw) -> Tables:
    """Read every table that a norm uses; docenten is only there to be referred to."""

    def maybe[T](table: str, read: Callable[[Row], T]) -> list[T] | None:
        return [read(row) for row in raw[table]] if table in raw else None

    satisfaction = maybe("tevredenheid", rows.satisfaction)
    return Tables(
        organisation=rows.organisation(raw["organisatie"][0]),
        learners=maybe("cursisten", rows.learner) or [],
        tracks=maybe("trajecten", rows.track) or [],
        attempts=maybe("examenpogingen", rows.attempt),
        qualifications=maybe("bevoegdheden", rows.qualification),
        engagements=maybe("aanstellingen", rows.engagement),
        vogs=maybe("vogs", rows.vog),
        lessons=maybe("lessen", rows.lesson),
        attendance=maybe("aanwezigheid", rows.attendance),
        # praktijkuren missing counts as no hours; parameters missing as no value known
        practice_hours=maybe("praktijkuren", rows.practice_hours) or [],
        hours_statements=maybe("urenverklaringen", rows.hours_statement),
        invoices=maybe("facturen", rows.invoice),
        complaints=maybe("klachten", rows.complaint),
        # without a row tevredenheid counts as missing
        satisfaction=satisfaction[0] if satisfaction else None,
        inspections=maybe("toezicht", rows.inspection),
        parameters=maybe("parameters", rows.parameter) or [],
    )
