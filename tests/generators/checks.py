"""The checks of the contract that a made-up dossier must pass, for the tests of the generators."""

from collections.abc import Iterator
from itertools import pairwise

from tests.generators.columns import CODES, KINDS, REQUIRED, Tables

_ID = {
    "cursisten": "cursist_id",
    "trajecten": "traject_id",
    "examenpogingen": "poging_id",
    "docenten": "docent_id",
    "lessen": "les_id",
    "praktijkuren": "praktijk_id",
    "urenverklaringen": "verklaring_id",
    "facturen": "factuur_id",
    "klachten": "klacht_id",
    "toezicht": "toezicht_id",
}
_OWNER = {"cursist_id": "cursisten", "docent_id": "docenten", "les_id": "lessen"}
_ORDER = {
    "trajecten": ("aangemeld_op gestart_op", "gestart_op beeindigd_op", "gestart_op laatste_les"),
    "lessen": ("begin einde",),
    "bevoegdheden": ("van tot",),
    "aanstellingen": ("van tot",),
    "facturen": ("periode_van periode_tot",),
    "klachten": ("ontvangen_op afgehandeld_op", "ontvangen_op afgewezen_op"),
}


def faults(tables: Tables) -> Iterator[str]:
    """What is wrong with a dossier, in words; nothing for a valid one."""
    yield from wrong_ids(tables)
    yield from wrong_cells(tables)
    yield from wrong_order(tables)
    yield from wrong_together(tables)


def wrong_ids(tables: Tables) -> Iterator[str]:
    for table, column in _ID.items():
        keys = [row[column] for row in tables.get(table, [])]
        if len(keys) != len(set(keys)):
            yield f"{table}: ids are not unique"
    for table, rows in tables.items():
        for column, owner in _OWNER.items():
            if owner in tables and column in KINDS[table] and table != owner:
                known = {row[column] for row in tables[owner]}
                yield from (f"{table}: {row[column]} is nobody" for row in rows if row[column] not in known)
    pairs = [(row["les_id"], row["cursist_id"]) for row in tables.get("aanwezigheid", [])]
    if len(pairs) != len(set(pairs)):
        yield "aanwezigheid: a cursist stands twice in a les"


def wrong_cells(tables: Tables) -> Iterator[str]:
    for table, rows in tables.items():
        for row in rows:
            yield from (f"{table}.{column} is empty" for column in REQUIRED[table] if not row.get(column))
            yield from (f"{table}.{column} is unknown" for column in row if column not in KINDS[table])
    for (table, column), codes in CODES.items():
        cells = {row.get(column) or codes[0] for row in tables.get(table, [])}
        yield from (f"{table}.{column}: {cell} is no code" for cell in sorted(cells - set(codes)))


def wrong_order(tables: Tables) -> Iterator[str]:
    for table, orders in _ORDER.items():
        for order in orders:
            for row in tables.get(table, []):
                values = [row.get(column, "") for column in order.split()]
                if all(values) and any(one > other for one, other in pairwise(values)):
                    yield f"{table}: {order}"
    for row in tables.get("lessen", []):
        if row["begin"] == row["einde"]:
            yield "lessen: begin = einde"


def wrong_together(tables: Tables) -> Iterator[str]:
    for row in tables["cursisten"]:
        if not row["leerprofiel" if row["stelsel"] == "Wi2013" else "leerroute"]:
            yield "cursisten: leerprofiel or leerroute is empty"
    for row in tables["trajecten"]:
        if bool(row.get("einde")) != bool(row.get("beeindigd_op")):
            yield "trajecten: einde without beeindigd_op or the other way round"
    for row in tables.get("examenpogingen", []):
        if row["examen"] not in {"knm", "ona"} and not row["niveau"]:
            yield "examenpogingen: niveau is empty"
    yield from wrong_numbers(tables)


def wrong_numbers(tables: Tables) -> Iterator[str]:
    for row in tables.get("tevredenheid", []):
        invited, completed, grades = (int(row[name]) for name in ("uitgenodigd", "ingevuld", "cijfers"))
        if not 0 <= grades <= completed <= invited or bool(row["gemiddelde"]) != (grades > 0):
            yield "tevredenheid: numbers that do not fit"
    for row in tables.get("parameters", []):
        if not 0 < float(row["waarde"]) <= 100:
            yield "parameters: a slagingsnorm out of range"
    keys = [row["sleutel"] for row in tables.get("parameters", [])]
    if len(keys) != len(set(keys)):
        yield "parameters: a key twice"
