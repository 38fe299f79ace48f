"""One-learner worlds: a cursist with all that hangs on them, many of which fit in one dossier.

Keys inside a world are short ('9' sorts after '10'); `combine` puts the number of the world before them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.generators.columns import Table, Tables
from tests.generators.dates import cell

type Cells = dict[str, str]

_NORMS = (("analfabeet", "50"), ("laag", "60"), ("midden", "62.5"), ("hoog", "75"))


@dataclass
class World:
    learner: Cells
    tracks: list[Cells] = field(default_factory=list)
    attempts: list[Cells] = field(default_factory=list)
    lessons: list[Cells] = field(default_factory=list)
    qualifications: list[Cells] = field(default_factory=list)
    practice: list[Cells] = field(default_factory=list)
    statements: list[Cells] = field(default_factory=list)


def cells(**values: str | date | bool | None) -> Cells:
    """A row from dates, ja/nee as booleans, and text."""
    return {column: _cell(value) for column, value in values.items()}


def _cell(value: str | date | bool | None) -> str:
    if value is None or isinstance(value, date):
        return cell(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value


def wi2013(profile: str = "midden", **values: str | date | None) -> Cells:
    return cells(stelsel="Wi2013", verblijf="gezinsmigrant", leerprofiel=profile, leerroute="", **values)


def wi2021(route: str = "B1", **values: str | date | None) -> Cells:
    return cells(stelsel="Wi2021", verblijf="asielstatushouder", leerprofiel="", leerroute=route, **values)


def track(key: str, registered: date, started: date | None, **values: str | date | bool | None) -> Cells:
    """A traject that counts and still runs, unless the values say otherwise."""
    usual: dict[str, str | date | bool | None] = {"soort": "nt2", "alle_taalexamens_b1": True}
    return cells(traject_id=key, aangemeld_op=registered, gestart_op=started, **(usual | values))


def attempt(
    key: str, day: date, *, passed: bool, exam: str = "lezen", level: str = "B1", follows: str = ""
) -> Cells:
    return cells(
        poging_id=key, examen=exam, niveau=level, datum=day, geslaagd=passed, tweede_poging_volgt=follows
    )


def combine(worlds: Iterable[World]) -> Tables:
    """All worlds in one school, each cursist in a groep and with a docent of their own."""
    tables: Tables = {
        "organisatie": [{"kvk_nummer": "12345678", "naam": "Alle grenzen", "keurmerk": "onbepaalde_tijd"}],
        **{name: [] for name in _FILLED},
        "parameters": [
            {"naam": "slagingsnorm", "sleutel": profile, "waarde": norm} for profile, norm in _NORMS
        ],
    }
    for number, world in enumerate(worlds):
        _add(tables, f"w{number}", world)
    return tables


_FILLED = (
    "cursisten", "trajecten", "examenpogingen", "docenten", "bevoegdheden", "lessen", "aanwezigheid",
    "praktijkuren", "urenverklaringen",
)  # fmt: skip


def _add(tables: Tables, name: str, world: World) -> None:
    owner = {"cursist_id": name}
    tables["cursisten"].append(owner | world.learner)
    tables["trajecten"] += _owned(world.tracks, name, "traject_id", owner)
    tables["examenpogingen"] += _owned(world.attempts, name, "poging_id", owner)
    tables["praktijkuren"] += _owned(world.practice, name, "praktijk_id", owner)
    tables["urenverklaringen"] += _owned(world.statements, name, "verklaring_id", owner)
    if world.lessons:
        teacher = {"docent_id": name}
        tables["docenten"].append(teacher | {"naam": name})
        tables["bevoegdheden"] += [teacher | row for row in world.qualifications]
        lessons = _owned(world.lessons, name, "les_id", teacher | {"groep": name})
        tables["aanwezigheid"] += [
            {"les_id": row["les_id"], **owner, "aanwezig": row.pop("aanwezig"), "geparafeerd": "ja"}
            for row in lessons
        ]
        tables["lessen"] += lessons


def _owned(rows: list[Cells], name: str, key: str, owner: Cells) -> Table:
    return [{**row, key: f"{name}-{row[key]}", **owner} for row in rows]
