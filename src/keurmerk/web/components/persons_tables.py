"""The columns of locations and management, the same for staff and school."""

from keurmerk.persons.models import Location, Tie
from keurmerk.web.components.tables import Column

MORE_THAN_INCIDENTAL = 3
"""With more lessons than this a place is a location (norm 1.3.3.f)."""

LOCATIONS: tuple[Column[Location], ...] = (
    Column("plaats", "Plaats", lambda row: row.city, names_row=True),
    Column("adres", "Adres", lambda row: f"{row.street} {row.number}{row.addition}".strip()),
    Column("postcode", "Postcode", lambda row: row.postcode),
    Column("eerste_les", "Eerste les", lambda row: row.first_lesson),
    Column("lessen", "Lessen", lambda row: row.lessons),
    Column(
        "vestiging",
        "Vestiging",
        lambda row: "nee" if row.lessons is not None and row.lessons <= MORE_THAN_INCIDENTAL else "ja",
    ),
    Column("bron", "Bron", lambda row: row.source),
)
MANAGEMENT: tuple[Column[Tie], ...] = (
    Column("naam", "Naam", lambda row: row.one.name, names_row=True),
    Column("functie", "Functie", lambda row: row.get_kind_display()),
    Column("sinds", "Sinds", lambda row: row.since),
    Column("bron", "Bron", lambda row: row.source),
)
