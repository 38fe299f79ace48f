"""Who takes lessons: the school itself, its learners, their tracks and their exam attempts."""

from keurmerk.intake.schema.model import Column, Kind, Rows, Table
from keurmerk.intake.schema.rules import FilledExactlyWith, FilledFor, Ordered

PROFILES = ("analfabeet", "laag", "midden", "hoog")
COURSES = ("nt2", "alfabetisering", "knm", "ona")
LANGUAGE_EXAMS = ("lezen", "luisteren", "schrijven", "spreken")


def learner_reference(explanation: str) -> Column:
    return Column(
        name="cursist_id",
        field="learner_id",
        kind=Kind.ID,
        required=True,
        refers_to="cursisten",
        explanation=explanation,
        example="C001",
    )


ORGANISATION = Table(
    name="organisatie",
    field="organisation",
    explanation="De school zelf.",
    required=True,
    rows=Rows.ONE,
    columns=(
        Column(
            name="kvk_nummer",
            field="kvk_number",
            kind=Kind.KVK_NUMBER,
            required=True,
            explanation="Het nummer van de school in het Handelsregister: acht cijfers, met voorloopnullen.",
            example="12345678",
        ),
        Column(
            name="naam",
            field="name",
            kind=Kind.TEXT,
            required=True,
            explanation="De naam van de school zoals die in het register komt.",
            example="Taalschool Voorbeeld (fictief)",
        ),
        Column(
            name="keurmerk",
            field="certificate",
            kind=Kind.CODE,
            required=True,
            codes=("bepaalde_tijd", "onbepaalde_tijd"),
            explanation="Of de school het Keurmerk voor bepaalde of voor onbepaalde tijd houdt.",
            example="onbepaalde_tijd",
        ),
        Column(
            name="cyclusjaar",
            field="cycle_year",
            kind=Kind.WHOLE,
            minimum=1,
            maximum=4,
            explanation="Het jaar van de vierjarige cyclus waarin de school is.",
            example="2",
        ),
        Column(
            name="zzp",
            field="self_employed",
            kind=Kind.YES_NO,
            empty_means="nee",
            explanation="Of de school een zelfstandige zonder personeel is.",
            example="nee",
        ),
        Column(
            name="oval_lid",
            field="oval_member",
            kind=Kind.YES_NO,
            empty_means="nee",
            explanation="Of de school lid is van OVAL.",
            example="nee",
        ),
    ),
)

LEARNERS = Table(
    name="cursisten",
    field="learners",
    explanation="Elke cursist één keer.",
    required=True,
    key=("cursist_id",),
    unique=True,
    rules=(
        FilledFor("leerprofiel", "stelsel", ("Wi2013",)),
        FilledFor("leerroute", "stelsel", ("Wi2021",)),
    ),
    columns=(
        Column(
            name="cursist_id",
            field="learner_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van de school voor deze cursist; gebruik geen BSN.",
            example="C001",
        ),
        Column(
            name="stelsel",
            field="act",
            kind=Kind.CODE,
            required=True,
            codes=("Wi2013", "Wi2021"),
            explanation="De wet waaronder de cursist inburgert.",
            example="Wi2013",
        ),
        Column(
            name="verblijf",
            field="residence",
            kind=Kind.CODE,
            required=True,
            codes=("asielstatushouder", "gezinsmigrant", "overige_migrant", "vrijwillig"),
            explanation="De grond van het verblijf van de cursist.",
            example="gezinsmigrant",
        ),
        Column(
            name="leerprofiel",
            field="profile",
            kind=Kind.CODE,
            codes=PROFILES,
            explanation="Het leerprofiel; verplicht voor een cursist van de Wi2013.",
            example="hoog",
        ),
        Column(
            name="leerroute",
            field="route",
            kind=Kind.CODE,
            codes=("B1", "Z", "onderwijs"),
            explanation="De leerroute; verplicht voor een cursist van de Wi2021.",
        ),
        Column(
            name="gealfabetiseerd_op",
            field="literate_on",
            kind=Kind.DATE,
            explanation="De dag waarop de alfabetisering van de cursist klaar was.",
        ),
        Column(
            name="overleden_op",
            field="died_on",
            kind=Kind.DATE,
            explanation="De dag waarop de cursist overleed.",
        ),
        Column(
            name="tvo_toestemming",
            field="survey_consent",
            kind=Kind.YES_NO,
            explanation=(
                "Of de cursist benaderd mag worden voor het tevredenheidsonderzoek; leeg is niet vastgelegd."
            ),
            example="ja",
        ),
        Column(
            name="naam",
            field="name",
            kind=Kind.TEXT,
            personal=True,
            explanation="De naam van de cursist; apart en versleuteld bewaard.",
            example="V. Oorbeeld",
        ),
        Column(
            name="email",
            field="email",
            kind=Kind.TEXT,
            personal=True,
            explanation="Het e-mailadres voor het tevredenheidsonderzoek; apart en versleuteld bewaard.",
            example="v.oorbeeld@example.org",
        ),
        Column(
            name="telefoon",
            field="phone",
            kind=Kind.TEXT,
            personal=True,
            explanation="Het telefoonnummer; apart en versleuteld bewaard.",
        ),
        Column(
            name="postcode",
            field="postcode",
            kind=Kind.TEXT,
            personal=True,
            explanation="De postcode; apart en versleuteld bewaard.",
            example="1234 AB",
        ),
        Column(
            name="geboortedatum",
            field="born_on",
            kind=Kind.DATE,
            personal=True,
            explanation="De geboortedatum; apart en versleuteld bewaard.",
            example="1990-05-17",
        ),
    ),
)

ATTEMPTS = Table(
    name="examenpogingen",
    field="attempts",
    explanation="Elke poging van een cursist voor een examen, ook van voor de Meetperiode.",
    key=("poging_id",),
    unique=True,
    rules=(FilledFor("niveau", "examen", LANGUAGE_EXAMS),),
    columns=(
        Column(
            name="poging_id",
            field="attempt_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van deze poging.",
            example="P001",
        ),
        learner_reference("De cursist die het examen deed."),
        Column(
            name="examen",
            field="exam",
            kind=Kind.CODE,
            required=True,
            codes=(*LANGUAGE_EXAMS, "knm", "ona"),
            explanation="Het examenonderdeel.",
            example="lezen",
        ),
        Column(
            name="niveau",
            field="level",
            kind=Kind.CODE,
            codes=("A2", "B1", "B2"),
            explanation="Het niveau; verplicht bij lezen, luisteren, schrijven en spreken.",
            example="A2",
        ),
        Column(
            name="datum",
            field="date",
            kind=Kind.DATE,
            required=True,
            explanation="De dag van het examen.",
            example="2025-10-06",
        ),
        Column(
            name="geslaagd",
            field="passed",
            kind=Kind.YES_NO,
            required=True,
            explanation="Of de cursist bij deze poging slaagde.",
            example="ja",
        ),
        Column(
            name="tweede_poging_volgt",
            field="second_attempt_follows",
            kind=Kind.CODE,
            codes=("ja", "nee", "onbekend"),
            empty_means="onbekend",
            explanation="Of na een gezakte eerste poging een tweede volgt; leeg is onbekend.",
            example="nee",
        ),
    ),
)

TRACK_RULES = (
    FilledExactlyWith("einde", "beeindigd_op"),
    Ordered("aangemeld_op", "gestart_op"),
    Ordered("gestart_op", "beeindigd_op"),
    Ordered("gestart_op", "laatste_les"),
)
