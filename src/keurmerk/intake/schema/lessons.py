"""What was taught: lessons, attendance, practice and the hour statements over them."""

from keurmerk.intake.schema.learners import COURSES, learner_reference
from keurmerk.intake.schema.model import Column, Kind, Table
from keurmerk.intake.schema.rules import Ordered
from keurmerk.intake.schema.teachers import teacher_reference

LESSONS = Table(
    name="lessen",
    field="lessons",
    explanation="Elke gegeven les.",
    key=("les_id",),
    unique=True,
    rules=(Ordered("begin", "einde", strictly=True),),
    columns=(
        Column(
            name="les_id",
            field="lesson_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van deze les.",
            example="L001",
        ),
        Column(
            name="groep",
            field="group",
            kind=Kind.TEXT,
            required=True,
            explanation="De groep die les kreeg.",
            example="Groep A",
        ),
        Column(
            name="soort",
            field="kind",
            kind=Kind.CODE,
            required=True,
            codes=COURSES,
            explanation="De cursus waar de les bij hoort.",
            example="nt2",
        ),
        Column(
            name="datum",
            field="date",
            kind=Kind.DATE,
            required=True,
            explanation="De dag van de les.",
            example="2025-03-31",
        ),
        Column(
            name="begin",
            field="begins",
            kind=Kind.TIME,
            required=True,
            explanation="De tijd waarop de les begon.",
            example="09:30",
        ),
        Column(
            name="einde",
            field="ends",
            kind=Kind.TIME,
            required=True,
            explanation="De tijd waarop de les eindigde.",
            example="12:00",
        ),
        Column(
            name="vestiging",
            field="location",
            kind=Kind.TEXT,
            explanation="De vestiging waar de les was.",
            example="Utrecht",
        ),
        Column(
            name="vorm",
            field="mode",
            kind=Kind.CODE,
            required=True,
            codes=("klassikaal", "afstand"),
            explanation="Of de les in een lokaal of op afstand was.",
            example="klassikaal",
        ),
        teacher_reference("De docent die de les gaf."),
        Column(
            name="getekend_door_docent",
            field="signed_by_teacher",
            kind=Kind.YES_NO,
            explanation="Of de docent de presentielijst tekende.",
            example="ja",
        ),
    ),
)

ATTENDANCE = Table(
    name="aanwezigheid",
    field="attendance",
    explanation="Wie in een les was ingedeeld: één rij per les en cursist.",
    key=("les_id", "cursist_id"),
    unique=True,
    columns=(
        Column(
            name="les_id",
            field="lesson_id",
            kind=Kind.ID,
            required=True,
            refers_to="lessen",
            explanation="De les.",
            example="L001",
        ),
        learner_reference("De cursist die was ingedeeld."),
        Column(
            name="aanwezig",
            field="present",
            kind=Kind.YES_NO,
            required=True,
            explanation="Of de cursist er was.",
            example="ja",
        ),
        Column(
            name="geparafeerd",
            field="initialled",
            kind=Kind.YES_NO,
            explanation="Of de cursist de presentielijst parafeerde.",
            example="ja",
        ),
    ),
)

PRACTICE_HOURS = Table(
    name="praktijkuren",
    field="practice_hours",
    explanation="Praktijkuren voor ONA onder verantwoordelijkheid van een bevoegde docent.",
    key=("praktijk_id",),
    unique=True,
    columns=(
        Column(
            name="praktijk_id",
            field="practice_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van deze praktijkuren.",
            example="PR001",
        ),
        learner_reference("De cursist die de praktijkuren maakte."),
        Column(
            name="datum",
            field="date",
            kind=Kind.DATE,
            required=True,
            explanation="De dag van de praktijkuren.",
            example="2025-05-12",
        ),
        Column(
            name="uren",
            field="hours",
            kind=Kind.DECIMAL,
            required=True,
            minimum=0,
            explanation="Het aantal uren.",
            example="4",
        ),
        Column(
            name="aantoonbaar",
            field="evidenced",
            kind=Kind.YES_NO,
            explanation="Of van de uren bewijs is.",
            example="ja",
        ),
    ),
)

HOURS_STATEMENTS = Table(
    name="urenverklaringen",
    field="hours_statements",
    explanation="De urenverklaringen die de school afgaf.",
    key=("verklaring_id",),
    unique=True,
    columns=(
        Column(
            name="verklaring_id",
            field="statement_id",
            kind=Kind.ID,
            required=True,
            explanation="Het eigen kenmerk van deze verklaring.",
            example="U001",
        ),
        learner_reference("De cursist voor wie de verklaring is."),
        Column(
            name="soort",
            field="kind",
            kind=Kind.CODE,
            required=True,
            codes=("nt2", "ona"),
            explanation="De lessen waar de verklaring over gaat.",
            example="nt2",
        ),
        Column(
            name="uren",
            field="hours",
            kind=Kind.DECIMAL,
            required=True,
            minimum=0,
            explanation="Het aantal uren dat verklaard is.",
            example="2,5",
        ),
        Column(
            name="afgegeven_op",
            field="issued_on",
            kind=Kind.DATE,
            required=True,
            explanation="De dag waarop de verklaring is afgegeven.",
            example="2025-11-28",
        ),
    ),
)
