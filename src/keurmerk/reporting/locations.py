"""A reported location as the persons app enters it."""

import re

from keurmerk.persons.declaration import DeclaredAddress, DeclaredLocation
from keurmerk.reporting.models import Report

STREET_AND_NUMBER = re.compile(r"(?P<street>.*\S)\s+(?P<number>\d+)(?P<addition>[^\s\d]\S*|\s+\D+|)")
DUTCH, ABROAD = "NL", "XX"
"""ISO 3166 keeps XX free for users: which country it is stands with the town, as it was typed."""


def location_of(report: Report) -> DeclaredLocation:
    given = report.details
    land = given.get("land", "")
    found = STREET_AND_NUMBER.fullmatch(given["straat"])
    parts = found.groupdict() if found else {"street": given["straat"], "number": "", "addition": ""}
    return DeclaredLocation(
        address=DeclaredAddress(
            street=parts["street"].strip(),
            number=parts["number"],
            addition=parts["addition"].strip(),
            postcode=" ".join(given["postcode"].upper().split()),
            city=f"{given['plaats']} ({land})" if land else given["plaats"],
            country=ABROAD if land else DUTCH,
        ),
        first_lesson=report.happened_on,
        lessons=int(given["lessen"]),
    )
