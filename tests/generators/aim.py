"""Put the limits themselves on the numbers: a slagingsnorm on the pass rate, a grade on a star."""

import random
from fractions import Fraction

from tests.generators.columns import Tables
from tests.generators.papers import decimal
from tests.reference import judge
from tests.reference.period import Period
from tests.reference.tables import read_tables
from tests.reference.tracks import ended_in
from tests.reference.who_counts import school_of

RATIOS = (90, 95, 100, 100, 105, 115, 125)
STAR_LIMITS = tuple(Fraction(limit) for limit in ("6.975", "7.495", "7.595", "7.975"))
WEIGHTS = {"slagingspercentage": 35, "toezicht_in_de_klas": 25, "transparantie": 10}
SMALLEST = Fraction(1, 10**9)


def aim(rng: random.Random, tables: Tables, period: Period) -> None:
    rng.choice((aim_at_pass_norms, aim_at_stars, aim_at_stars, aim_at_transparency))(rng, tables, period)


def aim_at_pass_norms(rng: random.Random, tables: Tables, period: Period) -> None:
    """Slagingsnormen so that the pass rate lies on a band of Bijlage 8, or a billionth beside it."""
    rows = []
    for norm in judge(tables, period.first, period.last)["normen"]:
        if norm["norm"] == "2.15" and norm["groep"] is not None and norm["teller"]:
            limit = Fraction(norm["teller"] * 100, norm["noemer"]) * 100 / rng.choice(RATIOS)
            limit += rng.choice((0, 0, SMALLEST))
            if limit <= 100:
                rows.append({"naam": "slagingsnorm", "sleutel": norm["groep"], "waarde": decimal(limit)})
    if rows:
        tables["parameters"] = rows


def aim_at_stars(rng: random.Random, tables: Tables, period: Period) -> None:
    """A satisfaction grade that puts the eindscore on a limit of the stars, or a billionth beside it."""
    parts = judge(tables, period.first, period.last)["sterren"]["onderdelen"]
    if parts["toezicht_in_de_klas"] is None or parts["transparantie"] is None:
        return
    known = {part: Fraction(str(parts[part])) for part in WEIGHTS if parts[part] is not None}
    total = 30 + sum(WEIGHTS[part] for part in known)
    rest = sum(score * WEIGHTS[part] for part, score in known.items())
    grades = [(limit * total - rest) / 30 for limit in STAR_LIMITS]
    reachable = [grade for grade in grades if 1 <= grade < 10]
    # a grade that nine decimals can hold lies exactly on the limit
    exact = [grade for grade in reachable if (grade / SMALLEST).denominator == 1]
    if reachable:
        grade = decimal(rng.choice(exact or reachable) + rng.choice((0, 0, SMALLEST)))
        tables["tevredenheid"] = [
            {
                "uitgenodigd": "20",
                "ingevuld": "10",
                "cijfers": "10",
                "gemiddelde": grade,
                "clientenaudit_cijfer": "",
            }
        ]


def aim_at_transparency(rng: random.Random, tables: Tables, period: Period) -> None:
    """Twenty trajecten ended in P (or a multiple), transparent for a share on a band of Bijlage 8."""
    ended = [track.track_id for track in ended_in(school_of(read_tables(tables)), period)]
    if not ended:
        return
    rows = [row for row in tables["trajecten"] if row["traject_id"] in ended]
    copies = [{**rows[0], "traject_id": f"kopie {number}"} for number in range(-len(rows) % 20)]
    tables["trajecten"] += copies
    rows += copies
    transparent = len(rows) * rng.choice((45, 75, 95)) // 100 + rng.choice((-1, 0, 0))
    for place, row in enumerate(rows):
        row["doel_vastgelegd"] = "ja" if place < transparent else "nee"
        row["inspanning_vastgelegd"] = "ja"
