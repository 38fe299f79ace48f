"""What goes wrong in a school's file: changes to a good dossier, to show errors, warnings and differences."""

from keurmerk.demo.generator.tables import Row, Tables

FORGOTTEN_WEEK = 12
"""So many lessons of which an initial was forgotten in the first version."""
FORGOTTEN_ATTEMPTS = 5


def as_school_delivers(tables: Tables) -> Tables:
    """Without what comes from Blik op Werk: the survey's outcome and the pass rates."""
    return {name: rows for name, rows in tables.items() if name not in {"tevredenheid", "parameters"}}


def first_version(tables: Tables) -> Tables:
    """The same dossier before it was mended: initials and attempts missing, a wrong date."""
    tables = _copied(tables)
    lessons = {row["les_id"] for row in tables["lessen"][-FORGOTTEN_WEEK:]}
    for row in tables["aanwezigheid"]:
        if row["les_id"] in lessons and row["cursist_id"].endswith("2"):
            row["geparafeerd"] = "nee"
    del tables["examenpogingen"][-FORGOTTEN_ATTEMPTS:]
    for row in tables["trajecten"][::25]:
        row["doel_vastgelegd"] = "nee"
    return tables


def with_errors(tables: Tables) -> Tables:
    """A spreadsheet kept by hand, with the faults that are made most."""
    tables = _copied(tables)
    learners, tracks, lessons = tables["cursisten"], tables["trajecten"], tables["lessen"]
    learners[3]["leerroute"] = "B2"
    learners[8]["verblijf"] = ""
    learners.insert(13, dict(learners[11]))
    tracks[5]["aangemeld_op"] = "3/4/25"
    ended = next(row for row in tracks if row["beeindigd_op"])
    ended["einde"] = ""
    lessons[7]["begin"], lessons[7]["einde"] = lessons[7]["einde"], lessons[7]["begin"]
    lessons[20]["docent_id"] = "d77"
    lessons[21]["vorm"] = "online"
    tables["facturen"][2]["uren"] = "dertig"
    tables["examenpogingen"][4]["niveau"] = ""
    return tables


def with_warnings(tables: Tables) -> Tables:
    """Nothing impossible, but somebody should look at it."""
    tables = _copied(tables)
    knowledge = next(row for row in tables["examenpogingen"] if row["examen"] == "knm")
    knowledge["niveau"] = "A2"
    wi2013 = {row["cursist_id"] for row in tables["cursisten"] if row["stelsel"] == "Wi2013"}
    for row in [row for row in tables["facturen"] if row["cursist_id"] in wi2013][:2]:
        row["ontvanger"] = "gemeente"
    _overlap(tables["lessen"])
    return tables


def _overlap(lessons: list[Row]) -> None:
    """Put one lesson at the time of another of the same teacher on the same day."""
    seen: dict[tuple[str, str], Row] = {}
    for lesson in lessons:
        other = seen.setdefault((lesson["docent_id"], lesson["datum"]), lesson)
        if other is not lesson:
            lesson["begin"], lesson["einde"] = other["begin"], other["einde"]
            return


def _copied(tables: Tables) -> Tables:
    return {name: [dict(row) for row in rows] for name, rows in tables.items()}
