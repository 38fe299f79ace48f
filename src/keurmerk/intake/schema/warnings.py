"""What is improbable but possible, and therefore asks a confirmation and never stops a dossier."""

from dataclasses import dataclass
from enum import StrEnum


class Improbable(StrEnum):
    ONA_UNDER_WI2021 = "ona_wi2021"
    MUNICIPAL_INVOICE_UNDER_WI2013 = "gemeentefactuur_wi2013"
    ATTENDED_AFTER_LAST_LESSON = "aanwezig_na_laatste_les"
    LEVEL_WITHOUT_LANGUAGE_EXAM = "niveau_zonder_taalexamen"
    TEACHER_TWICE_AT_ONCE = "docent_dubbel"
    EVERYBODY_PASSED = "iedereen_geslaagd"


@dataclass(frozen=True, slots=True)
class WarningKind:
    """One kind of warning: when it is given, and the sentence with the ids of its rows filled in."""

    kind: Improbable
    when: str
    sentence: str


WARNINGS = (
    WarningKind(
        Improbable.ONA_UNDER_WI2021,
        "een traject ona van een cursist van de Wi2021",
        "trajecten {track}: een cursus ona voor cursist {learner} van de Wi2021; ona hoort bij de Wi2013.",
    ),
    WarningKind(
        Improbable.MUNICIPAL_INVOICE_UNDER_WI2013,
        "een factuur aan een gemeente voor een cursist van de Wi2013",
        "facturen {invoice}: een factuur aan de gemeente voor cursist {learner} van de Wi2013.",
    ),
    WarningKind(
        Improbable.ATTENDED_AFTER_LAST_LESSON,
        "een gevolgde les na de laatste laatste_les van de cursist (niet als er één leeg is)",
        "aanwezigheid {lesson}/{learner}: aanwezig op {date}, na de laatste les van de cursist ({last}).",
    ),
    WarningKind(
        Improbable.LEVEL_WITHOUT_LANGUAGE_EXAM,
        "een niveau bij het examen knm of ona",
        "examenpogingen {attempt}: een niveau ({level}) bij {exam}, dat geen niveau kent.",
    ),
    WarningKind(
        Improbable.TEACHER_TWICE_AT_ONCE,
        "twee lessen van één docent op dezelfde tijd",
        "lessen {lesson} en {other}: docent {teacher} geeft op {date} twee lessen tegelijk.",
    ),
    WarningKind(
        Improbable.EVERYBODY_PASSED,
        "een slagingspercentage van 100%",
        "slagingspercentage {norm}, groep {group}: 100% van de {count} meetellende pogingen is geslaagd.",
    ),
)

SENTENCES = {warning.kind: warning.sentence for warning in WARNINGS}
