"""Learners and their tracks as rows, as the school knew them on the day of delivery."""

from collections.abc import Iterator
from datetime import date

from keurmerk.demo.generator.cohorts import Cohort
from keurmerk.demo.generator.days import cell, later, yes_no
from keurmerk.demo.generator.learners import Member
from keurmerk.demo.generator.profile import MARK, Kind
from keurmerk.demo.generator.tables import Row
from keurmerk.demo.generator.teaching import does_ona, ona_end, ona_start

TENTHS = 10


def learner_rows(cohort: Cohort, members: list[Member], delivered: date) -> Iterator[Row]:
    chance = cohort.chance("people")
    for member in members:
        number = member.learner_id[1:]
        yield {
            "cursist_id": member.learner_id,
            "stelsel": member.act,
            "verblijf": member.residence,
            "leerprofiel": member.group if member.act == "Wi2013" else "",
            "leerroute": member.group if member.act == "Wi2021" else "",
            "gealfabetiseerd_op": _literate_on(cohort, member, delivered),
            "overleden_op": _known(member.died, delivered),
            "tvo_toestemming": yes_no(gives_consent(member)),
            "naam": f"Verzonnen Cursist {number}",
            "email": f"cursist{number}@example.org",
            "telefoon": f"0600{number}",
            "postcode": "0000 XX",
            "geboortedatum": cell(later(date(1968, 1, 1), chance.randrange(13_000))),
        }


def gives_consent(member: Member) -> bool:
    return member.place % 4 != 1


def track_rows(cohort: Cohort, members: list[Member], delivered: date) -> Iterator[Row]:
    chance = cohort.chance("tracks")
    for member in members:
        kind = "alfabetisering" if cohort.kind is Kind.ALPHA else "nt2"
        row = _track(cohort, member, delivered) | {
            "traject_id": f"t{member.learner_id[1:]}",
            "soort": kind,
            "zelfmelder": yes_no(chance.randrange(2) == 0 and member.residence != "asielstatushouder"),
        }
        yield row
        if does_ona(member) and ona_start(cohort) <= delivered:
            yield _ona_track(cohort, row, delivered)


def _track(cohort: Cohort, member: Member, delivered: date) -> Row:
    has_ended = member.ended <= delivered
    recorded = member.place % TENTHS < cohort.school.recorded
    return {
        "cursist_id": member.learner_id,
        "vestiging": cohort.location,
        "aangemeld_op": cell(member.registered),
        "start_uiterlijk": cell(member.start_by),
        "gestart_op": _known(member.started, delivered),
        "einde_afgesproken": cell(member.agreed_end),
        "beeindigd_op": _known(member.ended, delivered),
        "einde": member.ending if has_ended else "",
        "laatste_les": cell(member.last_lesson) if has_ended else "",
        "uittredebewijs_op": _known(member.exit_statement, delivered),
        "niet_toe_aan_examen": yes_no(member.exit_statement is not None and member.place % 2 == 0),
        "doel_vastgelegd": yes_no(recorded),
        "inspanning_vastgelegd": yes_no(recorded or member.place % 2 == 0),
        "alle_taalexamens_b1": yes_no(member.group == "B1" and not aims_lower(cohort, member)),
        "duo_lening": yes_no(member.act == "Wi2013"),
    }


def aims_lower(cohort: Cohort, member: Member) -> bool:
    """A learner of the B1-route who takes part of the exams at A2 (§4.20): only in the larger groups."""
    return cohort.size >= TENTHS and member.place == TENTHS


def _ona_track(cohort: Cohort, language: Row, delivered: date) -> Row:
    start, end = ona_start(cohort), ona_end(cohort)
    has_ended = end <= delivered
    return language | {
        "traject_id": f"{language['traject_id']}-ona",
        "soort": "ona",
        "zelfmelder": "nee",
        "aangemeld_op": cell(later(start, -14)),
        "start_uiterlijk": cell(later(start, 7)),
        "gestart_op": cell(start),
        "einde_afgesproken": cell(later(end, 14)),
        "beeindigd_op": cell(end) if has_ended else "",
        "einde": "afgerond" if has_ended else "",
        "laatste_les": cell(end) if has_ended else "",
        "uittredebewijs_op": "",
        "niet_toe_aan_examen": "nee",
    }


def _literate_on(cohort: Cohort, member: Member, delivered: date) -> str:
    if cohort.kind is not Kind.ALPHA or member.place % 3 == 0:
        return ""
    return _known(cohort.days[len(cohort.days) * 3 // 4], delivered)


def _known(day: date | None, delivered: date) -> str:
    """A date that lies ahead is not known yet."""
    return cell(day) if day is not None and day <= delivered else ""


def teacher_name(number: str) -> str:
    return f"Verzonnen Docent {number} {MARK}"
