"""One letter of every kind, and of every form a kind has, for a school that does not exist."""

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

EXAMPLES: dict[str, Data] = {
    "voornemen": INTENDED,
    "voornemen-gesprek": {
        **INTENDED,
        "intended": "intrekking",
        "hearing_at": "maandag 8 december 2025 om 10.00 uur, in Utrecht",
    },
    "besluit_waarschuwing": {
        **HOLDER,
        **REASONS,
        "recovery_term": term("2026-12-31", "Het einde van de volgende Meetperiode.", sources=("§7.3.1",)),
    },
    "besluit_schorsing_onderzoek": {**SUSPENSION, "inquiry": INQUIRY},
    "besluit_schorsing_onderzoek-spoed": {
        **SUSPENSION,
        "heard": "spoed",
        "hearing": "Er waren aanwijzingen dat bewijsstukken zouden verdwijnen.",
        "inquiry": INQUIRY,
        "plan_term": PLAN_TERM,
        "instructions": ["Stuur ons elke maandag het rooster van die week."],
        "remarks": "Uw vaste contactpersoon blijft dezelfde.",
    },
    "besluit_verlenging_schorsing": {
        **SUSPENSION,
        "earlier_on": "2025-07-14",
        "earlier_reference": "BOW-2025-0711",
        "earlier_ends_on": "2026-01-13",
        "inquiry": INQUIRY,
    },
    "besluit_schorsing_sanctie": {**SUSPENSION, "plan_term": PLAN_TERM, "signed_by": "M. de Voorbeeld"},
    "besluit_opheffing_schorsing": {
        **HOLDER,
        "earlier_on": "2025-07-14",
        "earlier_reference": "BOW-2025-0711",
        "effective_on": "2026-01-14",
        "lift_reason": "plan_uitgevoerd",
        "grounds": ["Na uitvoering van het plan kan de Schorsing worden opgeheven (§7.6)."],
        "facts": FACTS,
        "weighing": "Bij het bezoek van 6 januari 2026 gaven alle docenten bevoegd les.",
    },
    "besluit_intrekking": {
        **WITHDRAWAL,
        **REASONS,
        **HEARD,
        "form": "voorgoed",
    },
    "besluit_intrekking-tijdelijk": {
        **WITHDRAWAL,
        **REASONS,
        **HEARD,
        **FIXED,
        "form": "tijdelijk",
        "ends_on": "2027-01-13",
    },
    "besluit_intrekking-verzoek": {
        **WITHDRAWAL,
        "form": "verzoek",
        "requested_on": "2026-01-05",
        "grounds": ["U hebt zelf om Intrekking verzocht (§7.5.1)."],
    },
    "besluit_buiten_behandeling": LEFT_ASIDE,
    "besluit_afwijzing": {
        "application_on": "2025-11-03",
        "grounds": ["Het onderwijsplan geeft te weinig vertrouwen in de kwaliteit (§2.2 en §2.4)."],
        "facts": ["In het onderwijsplan ontbreken de leerroutes."],
        **HEARD,
        "weighing": WEIGHING,
        "objection_term": OBJECTION,
    },
    "besluit_toekenning_bepaalde_tijd": {
        "application_on": "2025-11-03",
        "effective_on": "2026-04-01",
        "ends_on": "2027-07-31",
        "measuring_period": "1 april 2026 tot en met 31 maart 2027",
        "grounds": ["Uw school voldoet aan de eisen van §2.2."],
        "conditions": CONDITIONS,
        "terms": VISITS,
        "duties": [
            {
                "duty": "Stuur de cursusplanning (Norm 2.10.1).",
                "before": "voor de eerste cursus",
                "source": "§2.5",
            }
        ],
        "objection_term": OBJECTION,
    },
    "besluit_verlenging_bepaalde_tijd": {
        "earlier_ends_on": "2026-04-30",
        "ends_on": "2027-08-31",
        "measuring_period": PERIOD,
        "tracks": "drie afgeronde Trajecten van drie Cursisten",
        "grounds": ["Verlenging is mogelijk met ten hoogste zestien maanden (§7.2.1)."],
        "conditions": CONDITIONS,
        "objection_term": OBJECTION,
    },
    "besluit_toekenning": {
        "measuring_period": PERIOD,
        "effective_on": "2026-05-01",
        "grounds": ["Uw school voldoet aan alle Normen van hoofdstuk 3, 4 en 5."],
        "objection_term": OBJECTION,
    },
    "besluit_niet_toekenning": {
        **FIXED,
        **REASONS,
        "heard": "eigen_gegevens",
        "effective_on": "2026-05-01",
        "duties": [{**TELL_LEARNERS, "source": "§7.2.2"}, RETURN_SIGNS],
        "objection_term": OBJECTION,
    },
    "bericht_aflopen": {
        **FIXED,
        "ends_on": "2026-04-30",
        "lapse_reason": "beide",
        "duties": [{**TELL_LEARNERS, "source": "§7.2.2"}, RETURN_SIGNS],
    },
    "brief_plan_van_aanpak": {
        "plan_reason": "tevredenheid",
        "facts": ["De gemiddelde waardering over 2025 is een 5,8; de grens is een 7,0."],
        "plan_term": PLAN_TERM,
    },
    "brief_plan_van_aanpak-toezicht": {"plan_reason": "toezicht_in_de_klas", "plan_term": PLAN_TERM},
    "brief_plan_van_aanpak-schorsing": {"plan_reason": "schorsing", "plan_term": PLAN_TERM},
    "brief_plan_oordeel": {
        "approved": True,
        "received_on": "2026-02-05",
        "weighing": "Het plan noemt per tekortkoming een oorzaak, een maatregel en een dag.",
        "carry_out_term": term("2026-07-13", "Het einde van de Schorsing.", sources=("§7.6",)),
    },
    "brief_plan_oordeel-afgekeurd": {
        "approved": False,
        "received_on": "2026-02-05",
        "advised_by": "Voorbeeld Certificering B.V.",
        "weighing": "Het plan noemt geen oorzaak van het tekort aan docenten.",
    },
    "besluit_vrijstelling": {"granted": True, "measuring_period": PERIOD, "checks": CHECKS},
    "besluit_vrijstelling-geweigerd": {
        "granted": False,
        "measuring_period": PERIOD,
        "checks": [*CHECKS, FAILED_CHECK],
    },
    "besluit_meetperiode": {
        "granted": True,
        "requested_on": "2025-12-01",
        "period_change": "wijziging",
        "old_period": PERIOD,
        "new_period": "1 april 2026 tot en met 31 maart 2027",
        "checks": CHECKS[:1],
    },
    "besluit_meetperiode-geweigerd": {
        "granted": False,
        "requested_on": "2025-12-01",
        "period_change": "verlenging",
        "old_period": PERIOD,
        "new_period": "1 januari 2025 tot en met 30 april 2026",
        "checks": [FAILED_CHECK],
    },
    "besluit_zeggenschap": {
        "granted": True,
        "requested_on": "2025-12-01",
        "acquirer": "Voorbeeld Holding B.V.",
        "effective_on": "2026-02-01",
        "checks": CHECKS[:1],
        "weighing": "De uiteindelijk belanghebbende verandert niet.",
        "conditions": ["U meldt de overdracht binnen een week nadat zij heeft plaatsgevonden."],
    },
    "besluit_zeggenschap-geweigerd": {
        "granted": False,
        "requested_on": "2025-12-01",
        "acquirer": "Voorbeeld Holding B.V.",
        "checks": CHECKS[:1],
        "weighing": (
            "De nieuwe uiteindelijk belanghebbende had een Keurmerk dat is ingetrokken om een Materiële Norm."
        ),
    },
    "besluit_compensatie": {
        "measuring_period": PERIOD,
        "next_period": NEXT_PERIOD,
        "profile": "leerprofiel laag",
        "norms": [
            {
                "norm": "2.1 Slagingspercentage, leerprofiel laag",
                "measured": "48%",
                "limit": "ten minste 50%",
                "rows": "12 van 25 Cursisten",
            }
        ],
        "grounds": [
            "De school biedt meer leerprofielen aan; alleen bij dit ene zit zij onder de Norm (§7.3.2)."
        ],
        "weighing": "Bij de andere leerprofielen scoort de school ruim boven de Norm.",
    },
    "besluit_coulance": {
        "measuring_period": PERIOD,
        "next_period": NEXT_PERIOD,
        "tracks": "vier afgeronde Trajecten van vier Cursisten",
        "grounds": ["Coulance is eens in de vier jaar mogelijk (§7.3.3)."],
    },
    "besluit_voorwaarden": {
        "earlier_on": "2025-12-01",
        "earlier_reference": "BOW-2025-0930",
        "effective_on": "2026-02-01",
        "changes": [
            {"condition": "Aantal Cursisten", "was": "ten hoogste 40", "becomes": "ten hoogste 80"},
            {"condition": "Omzet", "was": "ten hoogste € 150.000", "becomes": "ten hoogste € 300.000"},
        ],
        "grounds": ["Het schoolbezoek en het Toezicht in de Klas waren positief (§2.4)."],
    },
    "beslissing_op_bezwaar": {
        **ON_OBJECTION,
        "outcome": "ongegrond",
        "norms": NORMS,
        "motivations": MOTIVATIONS,
    },
    "beslissing_op_bezwaar-gegrond": {
        **ON_OBJECTION,
        "outcome": "gegrond",
        "committee": False,
        "committee_advice": None,
        "consequence": "Wij herroepen het besluit van 13 januari 2026. De Schorsing is daarmee vervallen.",
        "costs": "Wij vergoeden de kosten van uw gemachtigde volgens het Besluit proceskosten bestuursrecht.",
    },
    "beslissing_op_bezwaar-deels": {**ON_OBJECTION, "outcome": "deels_gegrond"},
    "beslissing_op_bezwaar-niet-ontvankelijk": {
        **ON_OBJECTION,
        "outcome": "niet_ontvankelijk",
        "committee": False,
        "committee_advice": None,
        "hearing_waived": True,
        "hearing": (
            "Uw bezwaar is kennelijk niet-ontvankelijk: het is drie maanden te laat en u gaf "
            "daarvoor geen reden."
        ),
        "objections": [],
    },
    "ontvangst_bezwaar": {
        **OBJECTION_LETTER,
        "in_time": "op_tijd",
        "committee": True,
        "decide_term": term(
            "2026-05-19", "Twaalf weken na het einde van de termijn voor bezwaar.", sources=("Awb 7:10",)
        ),
    },
    "ontvangst_bezwaar-te-laat": {
        **OBJECTION_LETTER,
        "objection_on": "2026-03-12",
        "date": "2026-03-16",
        "in_time": "te_laat",
        "late_term": term("2026-03-30", "Twee weken na verzending van deze brief.", sources=("Awb 6:11",)),
        "committee": False,
        "decide_term": term(
            "2026-04-07", "Zes weken na het einde van de termijn voor bezwaar.", sources=("Awb 7:10",)
        ),
    },
    "herstel_bezwaar": {
        **OBJECTION_LETTER,
        "shortcomings": [
            "de redenen waarom u het niet eens bent met het besluit",
            "een machtiging: u maakt bezwaar namens een ander",
        ],
        "repair_term": term("2026-03-10", "Twee weken na verzending van deze brief.", sources=("Awb 6:6",)),
    },
    "verdaging_bezwaar": {
        **OBJECTION_LETTER,
        "date": "2026-05-11",
        "earlier_ends_on": "2026-05-19",
        "weighing": "De commissie heeft meer tijd nodig om een getuige te horen.",
        "decide_term": term("2026-06-30", "Eenmaal verlengd met zes weken.", sources=("Awb 7:10",)),
    },
}


def kind_of(name: str) -> str:
    return name.partition("-")[0]


def data_of(name: str) -> Data:
    return {**FRAME, **EXAMPLES[name]}
