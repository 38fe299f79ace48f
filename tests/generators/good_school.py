"""A flawless school, and the same school with a few cells moved over a limit."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from tests.generators.checks import faults
from tests.generators.columns import CODES, KINDS, Table, Tables
from tests.generators.dates import around, cell, limits
from tests.generators.people import LANGUAGE_EXAMS, PROFILES
from tests.reference.period import Period, add_months


def good_dossier(rng: random.Random, period: Period) -> Tables:
    """Nothing wrong, or up to four cells changed, one table left out now and then."""
    tables = flawless(rng, period)
    for _ in range(rng.choice((0, 1, 1, 2, 4))):
        change_a_cell(rng, tables, period)
    if rng.random() < 0.15:
        del tables[rng.choice(sorted(set(tables) - {"organisatie", "cursisten", "trajecten"}))]
    return tables


def change_a_cell(rng: random.Random, tables: Tables, period: Period) -> None:
    """Change one date to a limit, or one code or ja/nee; changed back when the dossier is then not valid."""
    table = rng.choice(sorted(set(tables) - {"docenten", "tevredenheid", "praktijkuren"}))
    row = rng.choice(tables[table])
    column = rng.choice([name for name in row if changeable(table, name)])
    before = row[column]
    if KINDS[table][column] == "date":
        row[column] = rng.choice((cell(rng.choice(around(rng.choice(limits(period))))), ""))
    else:
        row[column] = rng.choice(CODES.get((table, column), ("ja", "nee")))
    if any(faults(tables)):
        row[column] = before


def changeable(table: str, column: str) -> bool:
    return KINDS[table][column] in {"date", "yes"} or (table, column) in CODES


def flawless(rng: random.Random, period: Period) -> Tables:
    on_a_band = rng.random() < 0.4
    learners = wi2013_learners(rng, on_a_band=on_a_band)
    results = exam_results(rng, on_a_band=on_a_band)
    learners += [("Wi2021", "B1")] * rng.randint(4, 6) + [("Wi2021", "Z")] * rng.randint(0, 2)
    keys = [f"c{number}" for number in range(len(learners))]
    start = period.first + timedelta(days=10)
    return {
        "organisatie": [
            {
                "kvk_nummer": "12345678",
                "naam": "Goede School",
                "keurmerk": rng.choice(("onbepaalde_tijd", "bepaalde_tijd")),
            }
        ],
        "cursisten": [
            {
                "cursist_id": key,
                "stelsel": act,
                "verblijf": "gezinsmigrant",
                "leerprofiel": group if act == "Wi2013" else "",
                "leerroute": group if act == "Wi2021" else "",
                "gealfabetiseerd_op": cell(start),
                "overleden_op": "",
                "tvo_toestemming": "ja",
            }
            for key, (act, group) in zip(keys, learners, strict=True)
        ],
        "trajecten": [good_track(rng, key, period, start) for key in keys],
        "examenpogingen": [
            row
            for key, (act, _) in zip(keys, learners, strict=True)
            for row in good_attempts(rng, key, act, start, results)
        ],
        **good_staff(period),
        **good_lessons(keys, start),
        **good_papers(keys, period, start),
        "parameters": [
            {
                "naam": "slagingsnorm",
                "sleutel": profile,
                "waarde": "80" if on_a_band else rng.choice(("60", "70", "75")),
            }
            for profile in PROFILES
        ],
    }


def wi2013_learners(rng: random.Random, *, on_a_band: bool) -> list[tuple[str, str]]:
    if on_a_band:
        return [("Wi2013", rng.choice(PROFILES))] * 5
    profiles = rng.sample(PROFILES, rng.randint(0, 4))
    return [("Wi2013", profile) for profile in profiles for _ in range(rng.randint(2, 3))]


def exam_results(rng: random.Random, *, on_a_band: bool) -> Iterator[bool]:
    """Passed or not, Wi2013 first.

    With 25 attempts and a slagingsnorm of 80, the bands of Bijlage 8 lie on 18, 19, 21, 23 and 25 passes.
    """
    if on_a_band:
        passes = rng.choice((17, 18, 19, 20, 21, 22, 23, 24, 25))
        yield from rng.sample([True] * passes + [False] * (25 - passes), 25)
    chance = rng.choice((0.9, 0.9, 0.7, 0.25))
    while True:
        yield rng.random() < chance


def good_track(rng: random.Random, learner: str, period: Period, start: date) -> dict[str, str]:
    end = rng.choice((period.last, add_months(start, 8), add_months(start, 8)))
    return {
        "traject_id": f"t-{learner}",
        "cursist_id": learner,
        "soort": "nt2",
        "zelfmelder": "nee",
        "aangemeld_op": cell(period.first),
        "start_uiterlijk": cell(start),
        "gestart_op": cell(start),
        "einde_afgesproken": cell(end),
        "beeindigd_op": cell(end),
        "einde": "afgerond",
        "laatste_les": cell(end),
        "uittredebewijs_op": "",
        "niet_toe_aan_examen": "nee",
        "elders_geschoold_vanaf": "",
        "doel_vastgelegd": "ja",
        "inspanning_vastgelegd": "ja",
        "alle_taalexamens_b1": "ja",
    }


def good_attempts(rng: random.Random, learner: str, act: str, start: date, results: Iterator[bool]) -> Table:
    return [
        {
            "poging_id": f"p-{learner}-{exam}",
            "cursist_id": learner,
            "examen": exam,
            "niveau": "" if exam == "knm" else "A2" if act == "Wi2013" else "B1",
            "datum": cell(start + timedelta(days=rng.randint(0, 200))),
            "geslaagd": "ja" if next(results) else "nee",
            "tweede_poging_volgt": "nee",
        }
        for exam in (*LANGUAGE_EXAMS, "knm")
    ]


def good_staff(period: Period) -> Tables:
    first_contract = min(date(2021, 3, 1), add_months(period.first, -12))
    until, renewed = period.first + timedelta(days=80), period.first + timedelta(days=90)
    return {
        "docenten": [{"docent_id": "d1", "naam": "Docent"}],
        "bevoegdheden": [
            {"docent_id": "d1", "vak": subject, "van": cell(add_months(period.first, -36)), "tot": ""}
            for subject in ("nt2", "ona")
        ],
        "aanstellingen": [
            {"docent_id": "d1", "soort": "opdracht", "van": cell(first_contract), "tot": cell(until)},
            {
                "docent_id": "d1",
                "soort": "opdracht",
                "van": cell(renewed),
                "tot": cell(period.last),
            },
        ],
        "vogs": [{"docent_id": "d1", "datum": cell(first_contract), "profiel": "60", "bezwaren": "nee"}],
        "toezicht": [
            {
                "toezicht_id": f"z{number}",
                "datum": cell(period.last - timedelta(days=40 * number)),
                "soort": kind,
                "oordeel": "goed",
                "plan_van_aanpak_akkoord": "ja",
            }
            for number, kind in enumerate(("toezicht_in_de_klas", "zelfbeoordeling"))
        ],
    }


def good_lessons(learners: list[str], start: date) -> Tables:
    kinds = ("nt2", "nt2", "nt2", "nt2", "ona", "knm")
    lessons = [
        {
            "les_id": f"l{number}",
            "groep": f"g-{kind}",
            "soort": kind,
            "datum": cell(start + timedelta(days=7 * number)),
            "begin": "09:00",
            "einde": "12:00",
            "vorm": "klassikaal",
            "docent_id": "d1",
            "getekend_door_docent": "ja",
        }
        for number, kind in enumerate(kinds)
    ]
    return {
        "lessen": lessons,
        "aanwezigheid": [
            {"les_id": lesson["les_id"], "cursist_id": learner, "aanwezig": "ja", "geparafeerd": "ja"}
            for lesson in lessons
            for learner in learners[:12]
        ],
    }


def good_papers(learners: list[str], period: Period, start: date) -> Tables:
    return {
        "praktijkuren": [],
        "urenverklaringen": [
            {
                "verklaring_id": f"u{number}",
                "cursist_id": learner,
                "soort": kind,
                "uren": hours,
                "afgegeven_op": cell(period.last),
            }
            for number, (learner, kind, hours) in enumerate(
                zip(learners[:2], ("nt2", "ona"), ("15", "3"), strict=True)
            )
        ],
        "facturen": [
            {
                "factuur_id": f"f{number}",
                "cursist_id": learners[number],
                "ontvanger": recipient,
                "periode_van": cell(start),
                "periode_tot": cell(start + timedelta(days=30)),
                "lesdagen": "4",
                "uren": "12",
                "geaccordeerd_op": cell(start + timedelta(days=30)),
                "geaccordeerd_door": "cursist",
            }
            for number, recipient in enumerate(("cursist", "duo", "gemeente"))
        ],
        "klachten": [
            {
                "klacht_id": "k1",
                "ontvangen_op": cell(start),
                "afgewezen_op": "",
                "afgehandeld_op": cell(start + timedelta(days=42)),
            }
        ],
        "tevredenheid": [
            {
                "uitgenodigd": "20",
                "ingevuld": "10",
                "cijfers": "10",
                "gemiddelde": "7.9",
                "clientenaudit_cijfer": "",
            }
        ],
    }
