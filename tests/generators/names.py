"""The program's English names beside the contract's, for frames that benchmarks make and read."""

import polars as pl

from tests.generators.columns import KINDS

# Dutch table -> English table and its columns in the order of the contract; '-' never enters a frame
_ENGLISH = {
    "organisatie": "organisation: kvk_number name certificate cycle_year self_employed oval_member",
    "cursisten": (
        "learners: learner_id act residence profile route literate_on died_on survey_consent - - - - -"
    ),
    "trajecten": (
        "tracks: track_id learner_id kind location self_registered registered_on start_by started_on "
        "agreed_end ended_on ending last_lesson exit_statement_on not_exam_ready taught_elsewhere_from "
        "goal_recorded effort_recorded all_language_exams_b1 duo_loan"
    ),
    "examenpogingen": "attempts: attempt_id learner_id exam level date passed second_attempt_follows",
    "docenten": "teachers: teacher_id -",
    "bevoegdheden": "qualifications: teacher_id subject register valid_from valid_until",
    "aanstellingen": "engagements: teacher_id kind valid_from valid_until",
    "vogs": "vogs: teacher_id date profile objections",
    "lessen": ("lessons: lesson_id group kind date begins ends location mode teacher_id signed_by_teacher"),
    "aanwezigheid": "attendance: lesson_id learner_id present initialled",
    "praktijkuren": "practice_hours: practice_id learner_id date hours evidenced",
    "urenverklaringen": "hours_statements: statement_id learner_id kind hours issued_on",
    "facturen": (
        "invoices: invoice_id learner_id recipient period_from period_until lesson_days hours amount "
        "approved_on approved_by"
    ),
    "klachten": "complaints: complaint_id received_on confirmed_on rejected_on settled_on - -",
    "tevredenheid": "satisfaction: invited completed grades mean_grade client_audit_grade",
    "toezicht": "inspections: inspection_id date kind result plan_approved",
    "parameters": "parameters: name key value",
}
_DTYPES = {
    "text": pl.String(),
    "code": pl.String(),
    "date": pl.Date(),
    "time": pl.Int64(),
    "yes": pl.Boolean(),
    "whole": pl.Int64(),
    "decimal": pl.Int64(),  # billionths
}

ENGLISH_TABLE = {dutch: names.split(":")[0] for dutch, names in _ENGLISH.items()}


def english_columns(dutch_table: str) -> dict[str, str]:
    """Dutch column -> English column, without the personal ones."""
    names = _ENGLISH[dutch_table].split(": ")[1].split()
    pairs = zip(KINDS[dutch_table], names, strict=True)
    return {dutch: english for dutch, english in pairs if english != "-"}


def frame_schema(dutch_table: str) -> dict[str, pl.DataType]:
    """English column -> dtype of the frames that the rulebook judges."""
    kinds = KINDS[dutch_table]
    return {english: _DTYPES[kinds[dutch]] for dutch, english in english_columns(dutch_table).items()}
