"""Who teaches: teachers, their registrations, engagements and certificates of conduct."""

from keurmerk.intake.schema.model import Column, Kind, Table
from keurmerk.intake.schema.rules import Ordered


def teacher_reference(explanation: str) -> Column:
    return Column(
        name="docent_id",
        field="teacher_id",
        kind=Kind.ID,
        required=True,
        refers_to="docenten",
        explanation=explanation,
        example="D001",
    )


def valid_from(explanation: str) -> Column:
    return Column(
        name="van",
        field="valid_from",
        kind=Kind.DATE,
        required=True,
        explanation=explanation,
        example="2024-08-01",
    )


def valid_until(explanation: str) -> Column:
    return Column(name="tot", field="valid_until", kind=Kind.DATE, explanation=explanation)


TEACHERS = Table(
    name="docenten",
    field="teachers",
    explanation="Elke docent één keer.",
    key=("docent_id",),
    unique=True,
    columns=(
        Column(
            name="docent_id",
            field="teacher_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van de school voor deze docent.",
            example="D001",
        ),
        Column(
            name="naam",
            field="name",
            kind=Kind.TEXT,
            required=True,
            personal=True,
            explanation="De naam van de docent; apart en versleuteld bewaard.",
            example="D. Ocent",
        ),
    ),
)

QUALIFICATIONS = Table(
    name="bevoegdheden",
    field="qualifications",
    explanation="De registraties waaruit blijkt dat een docent bevoegd is.",
    key=("docent_id", "vak", "van"),
    rules=(Ordered("van", "tot"),),
    columns=(
        teacher_reference("De docent die bevoegd is."),
        Column(
            name="vak",
            field="subject",
            kind=Kind.CODE,
            required=True,
            codes=("nt2", "ona"),
            explanation="Het vak waarvoor de bevoegdheid geldt.",
            example="nt2",
        ),
        Column(
            name="register",
            field="register",
            kind=Kind.TEXT,
            explanation="Het register waarin de docent staat.",
            example="BVNT2",
        ),
        valid_from("De eerste dag waarop de bevoegdheid geldt."),
        valid_until("De laatste dag waarop de bevoegdheid geldt; leeg als die nog geldt."),
    ),
)

ENGAGEMENTS = Table(
    name="aanstellingen",
    field="engagements",
    explanation="De arbeidsovereenkomsten en opdrachten van docenten.",
    key=("docent_id", "soort", "van"),
    rules=(Ordered("van", "tot"),),
    columns=(
        teacher_reference("De docent die is aangesteld."),
        Column(
            name="soort",
            field="kind",
            kind=Kind.CODE,
            required=True,
            codes=("arbeidsovereenkomst", "opdracht"),
            explanation="Of de docent in dienst is of een opdracht heeft.",
            example="arbeidsovereenkomst",
        ),
        valid_from("De eerste dag van de aanstelling."),
        valid_until("De laatste dag van de aanstelling; leeg als die nog loopt."),
    ),
)

VOGS = Table(
    name="vogs",
    field="vogs",
    explanation="De Verklaringen Omtrent het Gedrag van docenten.",
    key=("docent_id", "datum"),
    columns=(
        teacher_reference("De docent voor wie de VOG is afgegeven."),
        Column(
            name="datum",
            field="date",
            kind=Kind.DATE,
            required=True,
            explanation="De dag waarop de VOG is afgegeven.",
            example="2024-07-01",
        ),
        Column(
            name="profiel",
            field="profile",
            kind=Kind.WHOLE,
            explanation="Het nummer van het screeningsprofiel; 60 is Onderwijs.",
            example="60",
        ),
        Column(
            name="bezwaren",
            field="objections",
            kind=Kind.YES_NO,
            empty_means="nee",
            explanation="Of er bezwaren bleken.",
            example="nee",
        ),
    ),
)
