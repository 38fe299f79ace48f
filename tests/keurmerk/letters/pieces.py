"""What the example letters are put together from."""

from typing import Any

Data = dict[str, Any]


def term(last_day: str, *explanation: str, sources: tuple[str, ...] = ()) -> Data:
    return {"last_day": last_day, "explanation": list(explanation), "sources": list(sources)}


FRAME: Data = {
    "school": "Taalschool De Brug",
    "kvk": "90000123",
    "addressee": ["Taalschool De Brug", "t.a.v. het bestuur", "Voorbeeldstraat 12", "9999 XX Voorbeeldstad"],
    "reference": "BOW-2026-0042",
    "date": "2026-01-13",
    "edition": "Handleiding Inburgeren 2025",
    "signed_by_role": "hoofd Keurmerk",
    "mandate": "Mandaatbesluit 2026, artikel 3",
}
HOLDER: Data = {"certificate": "onbepaalde_tijd"}
FIXED: Data = {"certificate": "bepaalde_tijd"}

NORM = "2.13 Cursussen beginnen op tijd"
NORMS = [
    {
        "norm": NORM,
        "measured": "72,5%",
        "limit": "ten minste 80%",
        "rows": "29 van 40 Trajecten",
    },
    {
        "norm": "1.7.1.a Bevoegde docenten",
        "measured": "64,0%",
        "limit": "ten minste 80%",
        "rows": "640 van 1.000 lesuren",
    },
]
MOTIVATIONS = [
    {
        "norm": NORM,
        "value": "72,5%",
        "limit": "ten minste 80%",
        "rows": "29 van 40 Trajecten die in de Meetperiode zijn aangemeld",
        "facts": [
            "Elf Cursisten begonnen later dan was afgesproken, gemiddeld 23 dagen.",
            "Bij acht van hen was geen docent beschikbaar.",
        ],
        "reasoning": (
            "De school wist sinds juni dat er te weinig docenten waren en bleef Cursisten aannemen.\n\n"
            "De vertraging trof vooral Cursisten van wie de inburgeringstermijn al liep."
        ),
    },
    {
        "norm": "1.7.1.a Bevoegde docenten",
        "value": "64,0%",
        "limit": "ten minste 80%",
        "rows": "640 van 1.000 gegeven lesuren",
        "facts": ["Twee docenten stonden niet in het register toen zij lesgaven."],
        "reasoning": "De school controleerde de registratie bij aanstelling, maar daarna niet meer.",
    },
]
GROUNDS = [
    "Uw school voldoet niet aan Norm 2.13 (§4.18).",
    "Uw school voldoet niet aan Norm 1.7.1.a, een Materiële Norm (§3.7).",
]
FACTS = [
    "De resultatenaudit over 2025 is uitgevoerd op 4 november 2025.",
    "Het auditrapport is op 18 november 2025 met uw school besproken.",
]
WEIGHING = (
    "Het belang van de Cursisten bij goed onderwijs op de afgesproken tijd weegt zwaar. "
    "Daartegenover staat het belang van "
    "de school om nieuwe Cursisten te kunnen aannemen.\n\nWij vinden het eerste belang "
    "hier groter, omdat de school de "
    "tekortkoming kende en liet voortduren. Een lichtere maatregel heeft eerder niet geholpen."
)
HEARING = (
    "Op 8 december 2025 hebben wij met het bestuur gesproken. De school voerde aan dat "
    "er een tekort aan docenten is.\n\n"
    "Dat tekort bestaat, maar het is geen reden om meer Cursisten aan te nemen dan er docenten zijn."
)
OBJECTION = term(
    "2026-02-24",
    "Zes weken, te tellen vanaf 14 januari 2026, de dag na verzending.",
    sources=("§7.10.1", "Awb 6:7", "Awb 6:8"),
)
TELL_LEARNERS = {
    "duty": "Informeer uw Cursisten schriftelijk over dit besluit.",
    "before": "2026-01-20",
    "source": "§7.4.3",
}
RETURN_SIGNS = {
    "duty": "Stuur het certificaat, alle kopieën, het gevelbordje en het promotiemateriaal terug.",
    "before": "2026-01-27",
    "source": "Bijlage 3, artikel 14.10",
}
REASONS: Data = {
    "grounds": GROUNDS,
    "facts": FACTS,
    "norms": NORMS,
    "motivations": MOTIVATIONS,
    "weighing": WEIGHING,
}
HEARD: Data = {"heard": "gehoord", "hearing": HEARING}
SUSPENSION: Data = {
    **HOLDER,
    **REASONS,
    **HEARD,
    "effective_on": "2026-01-14",
    "ends_on": "2026-07-13",
    "duties": [TELL_LEARNERS, RETURN_SIGNS],
    "objection_term": OBJECTION,
}
PLAN_TERM = term("2026-02-10", "Vier weken na verzending van deze brief.", sources=("§5.6",))
INQUIRY = (
    "Wij onderzoeken of de urenverklaringen van september tot en met december 2025 "
    "overeenkomen met de presentielijsten.\n\n"
    "Daarvoor hebben wij de originele presentielijsten en de facturen over deze maanden nodig."
)
CONDITIONS = [
    "U geeft in deze periode aan ten hoogste 40 Cursisten een inburgeringscursus.",
    "Uw omzet uit inburgeringscursussen is in deze periode ten hoogste € 150.000.",
]
VISITS = [
    {"name": "Schoolbezoek", "last_day": "binnen drie maanden", "source": "§2.5"},
    {"name": "Toezicht in de Klas", "last_day": "na drie tot zes maanden", "source": "§2.5"},
    {"name": "Financieel toezicht", "last_day": "na zes tot negen maanden", "source": "§2.5"},
]
PERIOD = "1 januari 2025 tot en met 31 december 2025"
NEXT_PERIOD = "1 januari 2026 tot en met 31 december 2026"
CHECKS = [
    {
        "demand": "In de eerste drie jaren is aan alle Normen voldaan",
        "outcome": "Ja: in 2022, 2023 en 2024",
        "source": "§6.1.4",
    },
    {
        "demand": "Deelnemers aan het Tevredenheidsonderzoek zijn op tijd aangeleverd",
        "outcome": "Ja: op 9 januari 2026",
        "source": "§6.1.4",
    },
]
FAILED_CHECK = {
    "demand": "De facturen van Blik op Werk zijn voldaan",
    "outcome": "Nee: factuur 2025-311 staat open",
    "source": "§6.1.4",
}
OBJECTION_LETTER: Data = {
    "objection_on": "2026-02-20",
    "contested_reference": "BOW-2026-0042",
    "contested_on": "2026-01-13",
    "reference": "BOW-2026-0098",
    "date": "2026-02-24",
}
ON_OBJECTION: Data = {
    **OBJECTION_LETTER,
    "date": "2026-05-12",
    "committee": True,
    "committee_advice": "De commissie adviseert het bezwaar ongegrond te verklaren. Wij volgen dat advies.",
    "hearing_waived": False,
    "hearing": "Op 31 maart 2026 bent u gehoord. Het verslag is bij deze brief gevoegd.",
    "grounds": ["Awb 7:11: wij hebben het besluit in zijn geheel opnieuw bekeken."],
    "objections": [
        {
            "ground": "De cijfers kloppen niet",
            "said": "U voert aan dat vier Trajecten ten onrechte als te laat zijn geteld.",
            "answer": "Van twee van deze vier is de afgesproken begindag later dan wij aannamen. Ook dan "
            "blijft het aandeel "
            "onder de grens: 31 van 40, 77,5%.",
        },
        {
            "ground": "De Schorsing is te zwaar",
            "said": "U vindt een Waarschuwing genoeg.",
            "answer": "De school was al gewaarschuwd, over de Meetperiode 2024.",
        },
    ],
    "weighing": WEIGHING,
    "consequence": "Het besluit blijft in stand, met de verbeterde cijfers in deze beslissing.",
    "appeal_term": term(
        "2026-06-23", "Zes weken, te tellen vanaf 13 mei 2026.", sources=("Awb 6:7", "Awb 6:8")
    ),
}
INTENDED: Data = {
    **REASONS,
    "date": "2025-11-24",
    "intended": "schorsing_sanctie",
    "view_term": term("2025-12-08", "Twee weken na verzending van deze brief.", sources=("Awb 4:8",)),
}
WITHDRAWAL: Data = {
    **HOLDER,
    "effective_on": "2026-01-14",
    "grounds": GROUNDS,
    "duties": [{**TELL_LEARNERS, "source": "§7.5.2"}, RETURN_SIGNS],
    "objection_term": OBJECTION,
}
LEFT_ASIDE: Data = {
    "application_on": "2025-11-03",
    "asked_on": "2025-11-10",
    "repair_until": "2025-11-24",
    "completion": "onvolledig",
    "missing": ["het bedrijfsplan", "een handtekening onder het Aanvraagformulier"],
    "grounds": [
        (
            "Een onvolledige aanvraag die niet op tijd is aangevuld, mogen wij buiten "
            "behandeling laten (§2.3; Awb 4:5)."
        )
    ],
    "objection_term": OBJECTION,
}
REQUEST: Data = {
    **HOLDER,
    "requested_on": "2025-12-01",
    "weighing": "Uit het verzoek blijkt waarom dit nodig is.",
}
