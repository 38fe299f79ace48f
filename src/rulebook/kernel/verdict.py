"""The words in which a norm is judged; values are the codes of the contract."""

from enum import StrEnum


class Verdict(StrEnum):
    MET = "voldoet"
    NOT_MET = "voldoet_niet"
    NOT_APPLICABLE = "niet_van_toepassing"
    INSUFFICIENT_DATA = "onvoldoende_gegevens"
    NO_DATA = "geen_gegevens"
    MANUAL = "handmatig"


class Counts(StrEnum):
    """How one explanation row counts; what is in the numerator is in the denominator too."""

    NUMERATOR = "teller"
    DENOMINATOR = "noemer"
    NOT = "nee"


class Unit(StrEnum):
    PERCENT = "procent"
    COUNT = "aantal"
    GRADE = "cijfer"


class Certificate(StrEnum):
    """The kind of certificate a school holds (§1.2)."""

    FIXED_TERM = "bepaalde_tijd"
    INDEFINITE = "onbepaalde_tijd"


def met(holds: bool) -> Verdict:  # noqa: FBT001 - the one fact this function turns into a word
    return Verdict.MET if holds else Verdict.NOT_MET
