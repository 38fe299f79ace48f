"""The twelve schools of the demo: who they are, and what is right and wrong with each."""

from datetime import date
from fractions import Fraction

from keurmerk.demo.generator.profile import Fault, Kind, Lane, Profile

JANUARY, APRIL, SEPTEMBER = (1, 1), (4, 1), (9, 1)
YEARS = (2023, 2024, 2025)
"""The years in which a measuring period of the demo starts."""


def lanes(**sizes: tuple[int, int]) -> tuple[Lane, ...]:
    """Per kind of group: how many at the same time, and of how many learners."""
    return tuple(
        Lane(Kind[kind.upper()], size) for kind, (times, size) in sizes.items() for _ in range(times)
    )


SCHOOLS = (
    Profile(
        key="de-wilg",
        short_name="De Wilg",
        kvk_number="00000101",
        story="Alles in orde, drie jaar lang.",
        starts=JANUARY,
        lanes=lanes(b1=(4, 14), z=(2, 10), wi2013=(2, 12)),
        oval_member=True,
        grade=Fraction(83, 10),
        recorded=10,
    ),
    Profile(
        key="de-els",
        short_name="De Els",
        kvk_number="00000102",
        story="Groeide snel; wie zich aanmeldt wacht te lang.",
        starts=APRIL,
        lanes=lanes(b1=(3, 12), z=(1, 10)),
        inspections=((date(2021, 11, 16), "voldoende"), (date(2024, 6, 11), "voldoende")),
        grade=Fraction(68, 10),
        recorded=4,
        faults={2025: (Fault.WAITING,)},
    ),
    Profile(
        key="de-linde",
        short_name="De Linde",
        kvk_number="00000103",
        story="Goede lessen, slordige presentielijsten.",
        starts=SEPTEMBER,
        lanes=lanes(b1=(3, 11), wi2013=(1, 12)),
        faults={2024: (Fault.NOT_INITIALLED,), 2025: (Fault.NOT_INITIALLED,)},
    ),
    Profile(
        key="de-berk",
        short_name="De Berk",
        kvk_number="00000104",
        story="Kon geen bevoegde docenten vinden.",
        starts=JANUARY,
        lanes=lanes(b1=(3, 13), z=(1, 11)),
        faults={2025: (Fault.UNQUALIFIED,)},
    ),
    Profile(
        key="de-esdoorn",
        short_name="De Esdoorn",
        kvk_number="00000105",
        story="Alleen de B1-route, met te weinig geslaagden.",
        starts=SEPTEMBER,
        lanes=lanes(b1=(4, 15)),
        inspections=((date(2021, 11, 16), "voldoende"), (date(2024, 6, 11), "voldoende")),
        recorded=6,
        faults={2024: (Fault.PASS_RATE_B1,), 2025: (Fault.PASS_RATE_B1,)},
    ),
    Profile(
        key="de-populier",
        short_name="De Populier",
        kvk_number="00000106",
        story="Vooral de Z-route; voegde groepen samen.",
        starts=APRIL,
        lanes=lanes(z=(3, 11), b1=(1, 12)),
        inspections=((date(2021, 11, 16), "voldoende"), (date(2024, 6, 11), "voldoende")),
        grade=Fraction(71, 10),
        recorded=7,
        faults={2025: (Fault.GROUP_SIZE,)},
    ),
    Profile(
        key="de-beuk",
        short_name="De Beuk",
        kvk_number="00000107",
        story="Liet klachten liggen.",
        starts=JANUARY,
        lanes=lanes(b1=(2, 12), alpha=(1, 10), z=(1, 10)),
        complaints=5,
        faults={2025: (Fault.COMPLAINTS,)},
    ),
    Profile(
        key="de-kastanje",
        short_name="De Kastanje",
        kvk_number="00000108",
        story="Van alles door elkaar: beide wetten, alfabetisering, ONA en de Onderwijsroute.",
        starts=SEPTEMBER,
        lanes=lanes(alpha=(1, 10), wi2013=(2, 13), b1=(2, 14), z=(1, 10)),
        education_route=2,
        locations=("Verzonnenstad Noord", "Verzonnenstad Zuid"),
        grade=Fraction(72, 10),
        faults={2025: (Fault.SATISFACTION,)},
    ),
    Profile(
        key="de-iep",
        short_name="De Iep",
        kvk_number="00000109",
        story="Jonge school met het keurmerk voor bepaalde tijd.",
        starts=APRIL,
        lanes=lanes(b1=(1, 9)),
        fixed_term=True,
        complaints=1,
        inspections=((date(2022, 3, 8), "voldoende"), (date(2024, 5, 14), "voldoende")),
        faults={2025: (Fault.TOO_FEW_COMPLETED,)},
    ),
    Profile(
        key="de-meidoorn",
        short_name="De Meidoorn",
        kvk_number="00000110",
        story="Alleen nog cursisten onder de Wi2013.",
        starts=JANUARY,
        lanes=lanes(alpha=(1, 11), wi2013=(3, 14)),
        grade=Fraction(70, 10),
        recorded=6,
        fails_one_in=3,
        inspections=((date(2021, 5, 19), "goed"), (date(2023, 10, 4), "voldoende")),
        faults={2025: (Fault.PASS_RATE_MIDDEN,)},
    ),
    Profile(
        key="de-hazelaar",
        short_name="De Hazelaar",
        kvk_number="00000111",
        story="Een zzp'er met twee kleine groepen.",
        starts=SEPTEMBER,
        lanes=lanes(b1=(1, 8), wi2013=(1, 8)),
        self_employed=True,
        complaints=0,
        grade=Fraction(88, 10),
        recorded=10,
    ),
    Profile(
        key="de-eik",
        short_name="De Eik",
        kvk_number="00000112",
        story="Vier vestigingen en negenhonderd cursisten.",
        starts=JANUARY,
        lanes=lanes(b1=(14, 15), z=(5, 11), wi2013=(4, 14), alpha=(1, 11)),
        oval_member=True,
        locations=(
            "Verzonnenstad Noord",
            "Verzonnenstad Zuid",
            "Bedachterveen",
            "Nergenshuizen",
        ),
        complaints=9,
        inspections=((date(2022, 2, 15), "voldoende"), (date(2024, 10, 8), "voldoende")),
        grade=Fraction(74, 10),
        recorded=8,
        fails_one_in=3,
    ),
)


def school_named(name: str) -> Profile | None:
    """Find a school by its key, its short or full name, or its number at the KvK."""
    wanted = name.strip().casefold()
    for school in SCHOOLS:
        spellings = (school.key, school.key.removeprefix("de-"), school.short_name, school.name)
        if wanted in {spelling.casefold() for spelling in spellings} | {school.kvk_number}:
            return school
    return None


PASS_RATES_ANNOUNCED = {
    2023: {"analfabeet": "48", "laag": "57", "midden": "64", "hoog": "69"},
    2024: {"analfabeet": "49", "laag": "57.5", "midden": "65", "hoog": "70"},
    2025: {"analfabeet": "50", "laag": "58", "midden": "65.5", "hoog": "70.5"},
}
"""Made-up pass rates (§4.20); the real ones are not public."""
