"""The careers of the management and at least one qualified teacher (Bijlage 4, parts E and F)."""

from typing import Final

from rulebook.application.pages.shared import text, when, yes_no
from rulebook.application.pieces import MANAGEMENT, Evidence, Kind, Page, Question, Rows

CV: Final = "Bijlage 4 E"
TEACHER: Final = "Bijlage 4 F; §2.2; Normen 1.7.1, 1.7.2"
CAREER_KINDS: Final = (
    ("opleiding", "Opleiding of cursus"),
    ("werk", "Werk"),
    ("vrijwilligerswerk", "Vrijwilligerswerk"),
    ("nevenfunctie", "Nevenfunctie"),
    ("onderbreking", "Geen opleiding en geen werk"),
)
QUALIFICATIONS: Final = (
    ("bvnt2", "NT2: beroepsregister van de BVNT2"),
    ("blik_op_werk", "NT2: Kwaliteitsregister van Blik op Werk"),
    ("ona_portaal", "ONA: opleiding van ONA-portaal"),
    ("ona_trainers", "ONA: opleiding van ONA-trainers"),
    ("capabel", "ONA: opleiding van Capabel Hogeschool"),
)


def whose(source: str) -> Question:
    return text("wie", "Van wie", source, kind=Kind.MANAGER)


CAREERS: Final = Page(
    code="cv",
    title="Cv's van het management",
    intro="Per persoon de loopbaan zonder gaten, de andere ondernemingen en het cv zelf.",
    source=CV,
    part="E",
    questions=(
        Rows(
            name="loopbaan",
            label="Opleiding en werk, zonder gaten van meer dan zes maanden",
            one="periode",
            source=CV,
            at_least=1,
            at_most=300,
            questions=(
                whose(CV),
                Question(name="soort", label="Soort", source=CV, kind=Kind.CHOICE, choices=CAREER_KINDS),
                text(
                    "waar",
                    "Naam en plaats van werkgever of instituut",
                    CV,
                    when=when("soort", "opleiding", "werk", "vrijwilligerswerk", "nevenfunctie"),
                ),
                text(
                    "wat",
                    "Functie met omschrijving, opleiding met richting, of uitleg van de onderbreking",
                    CV,
                    kind=Kind.LONG,
                    longest=2_000,
                ),
                text("van", "Van", CV, kind=Kind.DAY, past=True),
                text(
                    "tot",
                    "Tot en met",
                    CV,
                    kind=Kind.DAY,
                    required=False,
                    past=True,
                    help="Leeg als dit nog loopt.",
                ),
                yes_no("afgerond", "Met goed gevolg afgerond?", CV, when=when("soort", "opleiding")),
            ),
        ),
        Rows(
            name="ondernemingen",
            label="Andere ondernemingen: aandelen, bestuur, directie of management",
            one="onderneming",
            source=CV,
            questions=(
                whose(CV),
                text("naam", "Naam", CV),
                text("kvk_nummer", "KvK-nummer", CV, kind=Kind.KVK, required=False, longest=20),
                text("aandelen", "Aandelen in procenten", CV, kind=Kind.PERCENT, longest=8),
                text("functie", "Functie", CV, required=False),
            ),
        ),
        Rows(
            name="opdrachtgevers",
            label="Opdrachtgevers van wie als zzp'er, gedetacheerd of via een eigen onderneming werkte",
            one="opdrachtgever",
            source=CV,
            questions=(
                whose(CV),
                text("naam", "Naam", CV),
                yes_no("houder", "Heeft of had deze opdrachtgever het Keurmerk?", CV),
            ),
        ),
        Rows(
            name="referenties",
            label="Referenties",
            one="referentie",
            source=CV,
            at_least=1,
            questions=(
                whose(CV),
                text("naam", "Naam en organisatie", CV),
                text("telefoon", "Telefoonnummer", CV, kind=Kind.PHONE, longest=30),
                text("e_mail", "E-mailadres", CV, kind=Kind.EMAIL, required=False),
            ),
        ),
    ),
    evidence=(Evidence(code="E1", text="Het cv", source=CV, of_each=MANAGEMENT),),
)

TEACHERS: Final = Page(
    code="docenten",
    title="Docenten",
    intro="Ten minste één bevoegde NT2- of ONA-docent die voor u gaat lesgeven.",
    source=TEACHER,
    part="F",
    questions=(
        Rows(
            name="docenten",
            label="Docenten",
            one="docent",
            source=TEACHER,
            at_least=1,
            questions=(
                text("naam", "Voor- en achternaam", TEACHER),
                text("telefoon", "Telefoonnummer", TEACHER, kind=Kind.PHONE, longest=30),
                Question(
                    name="bevoegdheid",
                    label="Bevoegd door",
                    source=TEACHER,
                    kind=Kind.CHOICE,
                    choices=QUALIFICATIONS,
                ),
                text("nummer", "Registratie- of diplomanummer", TEACHER, required=False),
                text("start", "Begint of begon met werken op", TEACHER, kind=Kind.DAY),
            ),
        ),
    ),
    evidence=(
        Evidence(
            code="F1",
            text="Het diploma of certificaat waaruit de bevoegdheid blijkt",
            source=TEACHER,
            of_each="docenten",
        ),
        Evidence(
            code="F2",
            text="De ondertekende overeenkomst of intentieverklaring",
            source=TEACHER,
            of_each="docenten",
        ),
        Evidence(
            code="F3",
            text="Een VOG met screeningsprofiel 60, Onderwijs",
            source="Bijlage 4 F; Norm 1.7.1.c, 1.7.2.c",
            of_each="docenten",
            dated=True,
            profile=True,
        ),
    ),
)
