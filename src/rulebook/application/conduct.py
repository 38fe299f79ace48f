"""When a certificate of conduct will do (Norm 1.2.4, noot 4)."""

from datetime import date
from typing import Final

from rulebook.kernel.period import add_months

PROFILE: Final = "60"
TENDER: Final = "gva"
MONTHS_OLD: Final = 6
PROFILES: Final = (
    (PROFILE, "60, Onderwijs"),
    ("ander", "Een ander profiel"),
    (TENDER, "Gedragsverklaring aanbesteden"),
)


def conduct_problem(issued_on: date | None, profile: str, on: date) -> str | None:
    """Why a certificate does not count on a day, or None. Six months to the day still count."""
    if not profile.strip():
        return "Kies het screeningsprofiel van de VOG."
    if profile == TENDER:
        return "Een Gedragsverklaring aanbesteden geldt niet als VOG. Vraag een VOG aan met profiel 60."
    if profile != PROFILE:
        return "De VOG moet screeningsprofiel 60, Onderwijs, hebben."
    if issued_on is not None and add_months(issued_on, MONTHS_OLD) < on:
        return "De VOG is ouder dan zes maanden. Vraag een nieuwe aan."
    return None
