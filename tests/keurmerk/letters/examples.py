"""One letter of every kind, and of every form a kind has, for a school that does not exist."""

from tests.keurmerk.letters.application_pieces import APPLICATION_LETTERS
from tests.keurmerk.letters.pieces import (
    CHECKS,
    CONDITIONS,
    FACTS,
    FAILED_CHECK,
    FIXED,
    FRAME,
    HEARD,
    HOLDER,
    INQUIRY,
    INTENDED,
    LEFT_ASIDE,
    MOTIVATIONS,
    NEXT_PERIOD,
    NORMS,
    OBJECTION,
    OBJECTION_LETTER,
    ON_OBJECTION,
    PERIOD,
    PLAN_TERM,
    REASONS,
    RETURN_SIGNS,
    SUSPENSION,
    TELL_LEARNERS,
    VISITS,
    WEIGHING,
    WITHDRAWAL,
    Data,
    term,
)

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
    "brief_plan_van_aanpak-b1": {"plan_reason": "slagingspercentage_b1", "plan_term": PLAN_TERM},
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
    "besluit_ontheffing": {
        "granted": True,
        "requested_on": "2025-12-01",
        "dispensation": "ontheffing ‘ONA-docent zonder een van de genoemde diploma's’ (Bijlage 10)",
        "dispensation_about": "docent A. Voorbeeld",
        "dispensation_days": "van 13 januari 2026 tot en met 31 december 2026",
        "dispensation_effect": "De docent telt mee als bevoegd ONA-docent.",
        "dispensation_norms": [{"norm": "1.7.2.a Bevoegde ONA-docenten", "effect": "telt mee voor de Norm"}],
        "checks": CHECKS[:1],
        "weighing": "De docent liet zien dat hij aan alle competenties voldoet.",
        "conditions": ["De docent volgt in 2026 een bijscholing."],
    },
    "besluit_ontheffing-geweigerd": {
        "granted": False,
        "requested_on": "2025-12-01",
        "dispensation": "ontheffing ‘Een andere intaketoets’ (Norm 2.1.3)",
        "checks": [FAILED_CHECK],
        "weighing": "De validiteit van de toets is niet aannemelijk gemaakt.",
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
    **APPLICATION_LETTERS,
}


def kind_of(name: str) -> str:
    return name.partition("-")[0]


def data_of(name: str) -> Data:
    return {**FRAME, **EXAMPLES[name]}
