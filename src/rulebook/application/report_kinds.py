"""Every duty to report that the handbook lays on a holder or applicant, with its clock and its paragraph."""

from typing import Final

from rulebook.application.pages.shared import address, text, when, yes_no
from rulebook.application.pieces import Kind, Question
from rulebook.application.reports import Clock, Duty, Elsewhere, Follow, ReportKind
from rulebook.application.statements import REPORT_WITHIN_WORKING_DAYS, STATEMENTS
from rulebook.application.statements import SOURCE as STATEMENT

NO_HARM: Final = (
    "Op tijd melden neemt niet weg dat de strijdigheid gevolgen kan hebben voor uw Keurmerk (Bijlage 6)."
)
JUDGED: Final = "Blik op Werk leest uw melding en laat weten wat ermee gebeurt."
WITHIN_FIVE: Final = "binnen vijf werkdagen"
AT_ONCE: Final = "meteen; de Handleiding noemt geen aantal dagen"
OWNER_CHANGES: Final = (
    ("aantal", "Het aantal uiteindelijk belanghebbenden wijzigt"),
    ("gegevens", "De gegevens van een uiteindelijk belanghebbende wijzigen"),
    ("aandelen", "De organisatie geeft nieuwe aandelen uit"),
    ("pep", "Iemand die bij de organisatie betrokken is, wordt politiek prominent persoon"),
)
NEW_MANAGER: Final = "erbij"
MANAGEMENT_CHANGES: Final = (
    (NEW_MANAGER, "Iemand komt in het Management"),
    ("weg", "Iemand gaat uit het Management"),
    ("functie", "Iemand krijgt een andere functie in het Management"),
)
ENDINGS: Final = (
    ("gestopt", "De school is gestopt met de inburgeringscursussen"),
    ("besluit", "Er is besloten om te stoppen of de organisatie op te heffen"),
    ("opgeheven", "De organisatie is opgeheven of ontbonden"),
    ("surseance", "Er is surseance van betaling gevraagd of verleend"),
    ("faillissement", "Er is faillissement gevraagd of uitgesproken"),
)
STATEMENT_OF_ENDING: Final = {
    "gestopt": "a",
    "opgeheven": "a",
    "besluit": "b",
    "surseance": "a",
    "faillissement": "a",
}
"""Which sentence of the management statement no longer holds."""
NAMES: Final = (
    ("naam", "De naam"),
    ("handelsnaam", "Een handelsnaam"),
    ("rechtsvorm", "De rechtsvorm"),
    ("kvk", "Het KvK-nummer"),
)
CONTACTS: Final = (
    ("adres", "Het adres"),
    ("telefoon", "Het telefoonnummer"),
    ("e_mail", "Het e-mailadres"),
    ("website", "De website"),
    ("contactpersoon", "De contactpersoon"),
    ("bankrekening", "Het bankrekeningnummer"),
)
PARTS: Final = (
    ("onderneming", "Gegevens van de onderneming"),
    ("proces", "Procesbeschrijving"),
    ("privacy", "Privacyreglement"),
    ("klachten", "Klachtenreglement"),
    ("personeel", "Personeelsbeleid"),
    ("cv", "Cv's"),
    ("docenten", "Docenten"),
    ("onderwijsplan", "Onderwijsplan"),
    ("organisatieplan", "Organisatieplan en begroting"),
    ("netwerk", "Verbonden Personen en eerdere Keurmerken"),
    ("anders", "Iets anders"),
)
LEARNERS_OF_DISTANCE: Final = (
    ("wi2021", "Cursisten onder de Wi2021"),
    ("wi2013", "Cursisten onder de Wi2013"),
    ("beide", "Cursisten onder beide wetten"),
)


def _choice(
    name: str, label: str, source: str, choices: tuple[tuple[str, str], ...], **more: object
) -> Question:
    return Question(name=name, label=label, source=source, kind=Kind.CHOICE, choices=choices, **more)  # type: ignore[arg-type]


DUTIES: Final = (
    Duty(
        kind=ReportKind.CONFLICT,
        title="Iets klopt niet meer met de Managementverklaring",
        lead="Een zin uit de Managementverklaring geldt niet meer voor uw school, uw Management of een "
        "Verbonden "
        "Persoon.",
        source="Bijlage 6",
        clock=Clock.WORKING_DAYS,
        clock_words=WITHIN_FIVE,
        days=REPORT_WITHIN_WORKING_DAYS,
        day_label="Sinds welke dag klopt het niet meer?",
        questions=(
            _choice(
                "verklaring",
                "Welke zin klopt niet meer?",
                STATEMENT,
                tuple((each.code, f"{each.subject}: {each.text}") for each in STATEMENTS),
            ),
        ),
        effects=(JUDGED, NO_HARM),
        persons=True,
    ),
    Duty(
        kind=ReportKind.ENDING,
        title="Stoppen, faillissement of surseance",
        lead="Uw school stopt, wordt opgeheven, of kan haar rekeningen niet meer betalen. Dit is strijdig "
        "met zin a "
        "of b van de Managementverklaring.",
        source="Bijlage 6, zin a en b",
        clock=Clock.WORKING_DAYS,
        clock_words=WITHIN_FIVE,
        days=REPORT_WITHIN_WORKING_DAYS,
        day_label="Op welke dag gebeurde dit?",
        questions=(_choice("wat", "Wat is er aan de hand?", STATEMENT, ENDINGS),),
        text_label="Wat is er gebeurd, en hoe zorgt u voor uw Cursisten?",
        effects=(JUDGED, NO_HARM, "Wilt u het Keurmerk opzeggen? Dien dan ook dat verzoek in (§7.5.1)."),
    ),
    Duty(
        kind=ReportKind.OWNERS,
        title="Wijziging van UBO of PEP",
        lead="Er verandert iets bij de uiteindelijk belanghebbenden (UBO) of politiek prominente personen "
        "(PEP).",
        source="Bijlage 7B; Norm 1.2.5",
        clock=Clock.AT_ONCE,
        clock_words="zo snel mogelijk; de Handleiding noemt geen aantal dagen",
        day_label="Op welke dag ging de wijziging in?",
        planned=True,
        questions=(_choice("wat", "Wat wijzigt er?", "Bijlage 7B", OWNER_CHANGES),),
        text_label="Wie is het, en wat verandert er?",
        effects=(
            "Blik op Werk onderzoekt de personen.",
            "Krijgt een ander de zeggenschap? Vraag dan vooraf toestemming (§2.6, §7.9).",
        ),
        follow=Follow.INQUIRE,
        persons=True,
    ),
    Duty(
        kind=ReportKind.MANAGEMENT,
        title="Wijziging van het Management",
        lead="Iemand komt in het Management, gaat eruit of krijgt een andere functie.",
        source="§2.3; Norm 1.2.4",
        clock=Clock.AT_ONCE,
        clock_words=AT_ONCE,
        day_label="Op welke dag gaat de wijziging in?",
        planned=True,
        questions=(
            _choice("wat", "Wat wijzigt er?", "§2.3", MANAGEMENT_CHANGES),
            text("naam", "Naam van deze persoon", "§2.3"),
            text("functie", "Functie", "§2.3"),
        ),
        text_label="Toelichting",
        effects=(
            "Van een nieuw lid van het Management vraagt Blik op Werk een VOG met profiel 60 (Norm 1.2.4).",
        ),
        persons=True,
    ),
    Duty(
        kind=ReportKind.LOCATION,
        title="Nieuwe vestiging",
        lead="U geeft ergens meer dan drie lessen. Dan is die plek een vestiging.",
        source="Norm 1.3.3.f",
        clock=Clock.AT_ONCE,
        clock_words=AT_ONCE,
        day_label="Op welke dag is de eerste les daar?",
        planned=True,
        questions=(
            *address("Norm 1.3.3.f"),
            text(
                "lessen",
                "Hoeveel lessen zijn daar gegeven en gepland?",
                "Norm 1.3.3.f",
                kind=Kind.COUNT,
                help="Tot en met drie lessen is het nog geen vestiging.",
                longest=6,
            ),
        ),
        text_label="Toelichting, bijvoorbeeld welke groepen er les krijgen",
        effects=(
            "De vestiging staat meteen bij uw school; Blik op Werk controleert haar.",
            "Zet de vestiging ook in uw bedrijfspresentatie op de website van Blik op Werk (Norm 1.3.3.f).",
        ),
        follow=Follow.REGISTER_LOCATION,
    ),
    Duty(
        kind=ReportKind.DISTANCE,
        title="Afstandsonderwijs",
        lead="U gaat afstandsonderwijs geven. Meld dat voordat de cursus begint.",
        source="Norm 2.3.2",
        clock=Clock.BEFORE,
        clock_words="voordat de cursus begint",
        day_label="Op welke dag begint de cursus?",
        planned=True,
        questions=(
            _choice("voor_wie", "Voor wie is de cursus?", "Norm 2.3.3", LEARNERS_OF_DISTANCE),
            yes_no("alleen_afstand", "Is de cursus helemaal op afstand?", "Norm 2.3.3"),
        ),
        text_label="Hoe ziet de cursus eruit? Noem de groepen, de uren en het programma dat u gebruikt",
        effects=(
            "Blik op Werk kan deze lessen bezoeken bij Toezicht in de Klas.",
            "Noem en verklaar het afstandsonderwijs in uw bedrijfspresentatie (Norm 1.3.3.e).",
            "Niet melden kan leiden tot Schorsing van het Keurmerk (Norm 2.3.2).",
        ),
        follow=Follow.CHECK_DISTANCE,
    ),
    Duty(
        kind=ReportKind.NAME,
        title="Andere naam of rechtsvorm",
        lead="De naam, een handelsnaam, de rechtsvorm of het KvK-nummer wijzigt.",
        source="§2.3; Norm 1.2.1",
        clock=Clock.AT_ONCE,
        clock_words=AT_ONCE,
        day_label="Op welke dag gaat de wijziging in?",
        planned=True,
        questions=(
            _choice("wat", "Wat wijzigt er?", "§2.3", NAMES),
            text("nieuw", "Wat wordt het?", "§2.3"),
        ),
        text_label="Toelichting",
        effects=(
            "Blik op Werk controleert het Handelsregister en past uw gegevens aan.",
            "Gaat het Keurmerk naar een andere rechtspersoon? Dan is vooraf toestemming nodig (§7.9).",
        ),
        follow=Follow.CHANGE_REGISTER,
    ),
    Duty(
        kind=ReportKind.CONTACT,
        title="Ander adres of contact",
        lead="Het adres, de contactpersoon of andere contactgegevens wijzigen.",
        source="§2.3",
        clock=Clock.AT_ONCE,
        clock_words=AT_ONCE,
        day_label="Op welke dag gaat de wijziging in?",
        planned=True,
        questions=(
            _choice("wat", "Wat wijzigt er?", "§2.3", CONTACTS),
            text("nieuw", "Wat wordt het?", "§2.3"),
        ),
        text_label="Toelichting",
        effects=("Blik op Werk past uw gegevens aan.",),
        follow=Follow.CHANGE_REGISTER,
    ),
    Duty(
        kind=ReportKind.DETAILS,
        title="Andere gegevens uit uw aanvraag",
        lead="Iets dat u bij uw aanvraag invulde of meestuurde, klopt niet meer. Dit geldt tijdens de "
        "beoordeling van "
        "uw aanvraag en zolang u het Keurmerk heeft.",
        source="§2.3",
        clock=Clock.AT_ONCE,
        clock_words="uit uzelf en meteen; de Handleiding noemt geen aantal dagen",
        day_label="Op welke dag ging de wijziging in?",
        planned=True,
        questions=(_choice("deel", "Over welk deel van de aanvraag gaat het?", "§2.3; Bijlage 4", PARTS),),
        text_label="Wat stond er, en wat is het nu?",
        effects=("Loopt uw aanvraag nog? Dan neemt Blik op Werk de wijziging mee in de beoordeling (§2.3).",),
        persons=True,
    ),
    Duty(
        kind=ReportKind.LEARNERS,
        title="Cursisten overnemen",
        lead="U neemt Cursisten over van een andere of vroegere Keurmerkhouder. Worden het er sinds 1 "
        "september 2020 "
        "samen meer dan vijftien, dan is vooraf schriftelijke goedkeuring nodig.",
        source="Bijlage 6, tweede lijst, zin a",
        clock=Clock.BEFORE,
        clock_words="vooraf, bij meer dan vijftien Cursisten",
        day_label="Op welke dag neemt u hen over?",
        planned=True,
        questions=(
            text("van", "Van welke school?", STATEMENT),
            text(
                "aantal",
                "Hoeveel Cursisten heeft u dan sinds 1 september 2020 overgenomen?",
                STATEMENT,
                kind=Kind.COUNT,
                help="Tel alle overgenomen Cursisten bij elkaar, van alle scholen.",
                longest=6,
            ),
            text("goedkeuring", "Kenmerk van de goedkeuring, als u die al heeft", STATEMENT, required=False),
        ),
        text_label="Waarom neemt u hen over?",
        effects=(
            "Bij meer dan vijftien Cursisten wacht u met overnemen tot Blik op Werk schriftelijk ja zegt.",
        ),
        follow=Follow.ANSWER_APPROVAL,
    ),
    Duty(
        kind=ReportKind.WRONGDOING,
        title="Misstand",
        lead="Iets bij uw school of een andere school klopt niet met de regels van het Keurmerk. Ook "
        "docenten en andere "
        "medewerkers moeten dat melden. Wie dat liever buiten de school om doet, gebruikt het Meldpunt: "
        "meldpunt@blikopwerk.nl of 030 291 60 25.",
        source="§1.9; Bijlage 6, tweede lijst, zin c",
        clock=Clock.AT_ONCE,
        clock_words=AT_ONCE,
        day_label="Op welke dag gebeurde het, of merkte u het?",
        questions=(
            yes_no("eigen_school", "Gaat het over uw eigen school?", "§1.9"),
            text("school", "Welke andere school?", "§1.9", when=when("eigen_school", "nee")),
        ),
        effects=(JUDGED, "Wat tegen de wet is, meldt u ook bij de instantie die daarover gaat (Bijlage 6)."),
        persons=True,
    ),
)
BY_KIND: Final = {duty.kind: duty for duty in DUTIES}

ELSEWHERE: Final = (
    Elsewhere(
        "zeggenschap",
        "Een ander krijgt de zeggenschap",
        "Daarvoor is vooraf toestemming nodig. Zonder toestemming kan het Keurmerk worden ingetrokken.",
        "§2.6, §7.9",
    ),
    Elsewhere("opzegging", "U wilt geen Keurmerk meer", "Dat is een opzegging, die u ondertekent.", "§7.5.1"),
    Elsewhere(
        "meetperiode",
        "U wilt een andere Meetperiode",
        "Dat is een verzoek; Blik op Werk besluit erover.",
        "§1.5.3",
    ),
)
"""Asked as a request: its code is that of the request."""
