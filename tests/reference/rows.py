"""One typed row per table, for the columns that a norm looks at."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from tests.reference import cells
from tests.reference.cells import Row


class Organisation(NamedTuple):
    kvk_number: str
    name: str
    certificate: str


class Learner(NamedTuple):
    learner_id: str
    act: str
    residence: str
    profile: str | None
    route: str | None
    literate_on: date | None
    died_on: date | None
    survey_consent: bool | None


class Track(NamedTuple):
    track_id: str
    learner_id: str
    kind: str
    self_registered: bool
    registered_on: date
    start_by: date | None
    started_on: date | None
    agreed_end: date | None
    ended_on: date | None
    ending: str | None
    last_lesson: date | None
    exit_statement_on: date | None
    not_exam_ready: bool
    taught_elsewhere_from: date | None
    goal_recorded: bool
    effort_recorded: bool
    all_language_exams_b1: bool


class Attempt(NamedTuple):
    attempt_id: str
    learner_id: str
    exam: str
    level: str | None
    date: date
    passed: bool
    second_attempt_follows: str | None


class Qualification(NamedTuple):
    teacher_id: str
    subject: str
    valid_from: date
    valid_until: date | None


class Engagement(NamedTuple):
    teacher_id: str
    kind: str
    valid_from: date
    valid_until: date | None


class Vog(NamedTuple):
    teacher_id: str
    date: date
    profile: Fraction | None
    objections: bool


class Lesson(NamedTuple):
    lesson_id: str
    group: str
    kind: str
    date: date
    minutes: int
    mode: str
    teacher_id: str
    signed_by_teacher: bool


class Attendance(NamedTuple):
    lesson_id: str
    learner_id: str
    present: bool
    initialled: bool


class PracticeHours(NamedTuple):
    learner_id: str
    date: date
    hours: Fraction
    evidenced: bool


class HoursStatement(NamedTuple):
    learner_id: str
    kind: str
    hours: Fraction
    issued_on: date


class Invoice(NamedTuple):
    learner_id: str
    recipient: str
    period_until: date
    lesson_days: Fraction | None
    hours: Fraction
    approved_on: date | None
    approved_by: str | None


class Complaint(NamedTuple):
    received_on: date
    rejected_on: date | None
    settled_on: date | None


class Satisfaction(NamedTuple):
    invited: int
    completed: int
    mean_grade: Fraction | None
    client_audit_grade: Fraction | None


class Inspection(NamedTuple):
    date: date
    kind: str
    result: str | None
    plan_approved: bool


class Parameter(NamedTuple):
    name: str
    key: str | None
    value: Fraction


def organisation(row: Row) -> Organisation:
    return Organisation(
        kvk_number=cells.text(row, "kvk_nummer"),
        name=cells.text(row, "naam"),
        certificate=cells.text(row, "keurmerk"),
    )


def learner(row: Row) -> Learner:
    return Learner(
        learner_id=cells.text(row, "cursist_id"),
        act=cells.text(row, "stelsel"),
        residence=cells.text(row, "verblijf"),
        profile=cells.maybe_text(row, "leerprofiel"),
        route=cells.maybe_text(row, "leerroute"),
        literate_on=cells.maybe_day(row, "gealfabetiseerd_op"),
        died_on=cells.maybe_day(row, "overleden_op"),
        survey_consent=cells.maybe_yes(row, "tvo_toestemming"),
    )


def track(row: Row) -> Track:
    return Track(
        track_id=cells.text(row, "traject_id"),
        learner_id=cells.text(row, "cursist_id"),
        kind=cells.text(row, "soort"),
        self_registered=cells.yes(row, "zelfmelder"),
        registered_on=cells.day(row, "aangemeld_op"),
        start_by=cells.maybe_day(row, "start_uiterlijk"),
        started_on=cells.maybe_day(row, "gestart_op"),
        agreed_end=cells.maybe_day(row, "einde_afgesproken"),
        ended_on=cells.maybe_day(row, "beeindigd_op"),
        ending=cells.maybe_text(row, "einde"),
        last_lesson=cells.maybe_day(row, "laatste_les"),
        exit_statement_on=cells.maybe_day(row, "uittredebewijs_op"),
        not_exam_ready=cells.yes(row, "niet_toe_aan_examen"),
        taught_elsewhere_from=cells.maybe_day(row, "elders_geschoold_vanaf"),
        goal_recorded=cells.yes(row, "doel_vastgelegd"),
        effort_recorded=cells.yes(row, "inspanning_vastgelegd"),
        all_language_exams_b1=cells.yes(row, "alle_taalexamens_b1"),
    )


def attempt(row: Row) -> Attempt:
    return Attempt(
        attempt_id=cells.text(row, "poging_id"),
        learner_id=cells.text(row, "cursist_id"),
        exam=cells.text(row, "examen"),
        level=cells.maybe_text(row, "niveau"),
        date=cells.day(row, "datum"),
        passed=cells.yes(row, "geslaagd"),
        second_attempt_follows=cells.maybe_text(row, "tweede_poging_volgt"),
    )


def qualification(row: Row) -> Qualification:
    return Qualification(
        teacher_id=cells.text(row, "docent_id"),
        subject=cells.text(row, "vak"),
        valid_from=cells.day(row, "van"),
        valid_until=cells.maybe_day(row, "tot"),
    )


def engagement(row: Row) -> Engagement:
    return Engagement(
        teacher_id=cells.text(row, "docent_id"),
        kind=cells.text(row, "soort"),
        valid_from=cells.day(row, "van"),
        valid_until=cells.maybe_day(row, "tot"),
    )


def vog(row: Row) -> Vog:
    return Vog(
        teacher_id=cells.text(row, "docent_id"),
        date=cells.day(row, "datum"),
        profile=cells.maybe_number(row, "profiel"),
        objections=cells.yes(row, "bezwaren"),
    )


def lesson(row: Row) -> Lesson:
    return Lesson(
        lesson_id=cells.text(row, "les_id"),
        group=cells.text(row, "groep"),
        kind=cells.text(row, "soort"),
        date=cells.day(row, "datum"),
        minutes=cells.minutes(row, "einde") - cells.minutes(row, "begin"),
        mode=cells.text(row, "vorm"),
        teacher_id=cells.text(row, "docent_id"),
        signed_by_teacher=cells.yes(row, "getekend_door_docent"),
    )


def attendance(row: Row) -> Attendance:
    return Attendance(
        lesson_id=cells.text(row, "les_id"),
        learner_id=cells.text(row, "cursist_id"),
        present=cells.yes(row, "aanwezig"),
        initialled=cells.yes(row, "geparafeerd"),
    )


def practice_hours(row: Row) -> PracticeHours:
    return PracticeHours(
        learner_id=cells.text(row, "cursist_id"),
        date=cells.day(row, "datum"),
        hours=cells.number(row, "uren"),
        evidenced=cells.yes(row, "aantoonbaar"),
    )


def hours_statement(row: Row) -> HoursStatement:
    return HoursStatement(
        learner_id=cells.text(row, "cursist_id"),
        kind=cells.text(row, "soort"),
        hours=cells.number(row, "uren"),
        issued_on=cells.day(row, "afgegeven_op"),
    )


def invoice(row: Row) -> Invoice:
    return Invoice(
        learner_id=cells.text(row, "cursist_id"),
        recipient=cells.text(row, "ontvanger"),
        period_until=cells.day(row, "periode_tot"),
        lesson_days=cells.maybe_number(row, "lesdagen"),
        hours=cells.number(row, "uren"),
        approved_on=cells.maybe_day(row, "geaccordeerd_op"),
        approved_by=cells.maybe_text(row, "geaccordeerd_door"),
    )


def complaint(row: Row) -> Complaint:
    return Complaint(
        received_on=cells.day(row, "ontvangen_op"),
        rejected_on=cells.maybe_day(row, "afgewezen_op"),
        settled_on=cells.maybe_day(row, "afgehandeld_op"),
    )


def satisfaction(row: Row) -> Satisfaction:
    return Satisfaction(
        invited=int(cells.number(row, "uitgenodigd")),
        completed=int(cells.number(row, "ingevuld")),
        mean_grade=cells.maybe_number(row, "gemiddelde"),
        client_audit_grade=cells.maybe_number(row, "clientenaudit_cijfer"),
    )


def inspection(row: Row) -> Inspection:
    return Inspection(
        date=cells.day(row, "datum"),
        kind=cells.text(row, "soort"),
        result=cells.maybe_text(row, "oordeel"),
        plan_approved=cells.yes(row, "plan_van_aanpak_akkoord"),
    )


def parameter(row: Row) -> Parameter:
    return Parameter(
        name=cells.text(row, "naam"),
        key=cells.maybe_text(row, "sleutel"),
        value=cells.number(row, "waarde"),
    )
