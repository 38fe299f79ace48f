"""Who applies: the organisation, its places and its management (Bijlage 4, first page and part A)."""

from typing import Final

from rulebook.application.pages.shared import address, name_of_person, text, when, yes_no
from rulebook.application.pieces import MANAGEMENT, Evidence, Kind, Page, Question, Rows

COMPANY: Final = "Bijlage 4, informatie over uw onderneming"
LEGAL_FORMS: Final = (
    ("eenmanszaak", "Eenmanszaak"),
    ("vof", "Vennootschap onder firma (vof)"),
    ("maatschap", "Maatschap"),
    ("cv", "Commanditaire vennootschap (cv)"),
    ("bv", "Besloten vennootschap (bv)"),
    ("nv", "Naamloze vennootschap (nv)"),
    ("stichting", "Stichting"),
    ("vereniging", "Vereniging"),
    ("cooperatie", "Coöperatie"),
    ("publiekrechtelijk", "Publiekrechtelijke rechtspersoon"),
    ("buitenlands", "Buitenlandse rechtsvorm"),
)
WITHOUT_LEGAL_PERSONALITY: Final = frozenset({"eenmanszaak", "vof", "maatschap", "cv"})
LANGUAGE_CENTRES: Final = (
    ("geen", "Nee"),
    ("universiteit", "Ja, van een universiteit"),
    ("hogeschool", "Ja, van een hogeschool"),
    ("roc", "Ja, van een regionaal opleidingscentrum (roc)"),
)
ROLES: Final = (
    ("kvk", "Bestuurder volgens de Kamer van Koophandel"),
    ("dagelijks", "Dagelijkse leiding"),
    ("feitelijk", "Leidt de school feitelijk"),
    ("titulair", "Titulair directeur"),
)
FOREIGN = when("rechtsvorm", "buitenlands")

ORGANISATION: Final = Page(
    code="onderneming",
    title="Uw onderneming",
    intro="De gegevens zoals zij in het Handelsregister staan.",
    source=COMPANY,
    questions=(
        text("naam", "Naam van de onderneming", COMPANY),
        Question(
            name="rechtsvorm", label="Rechtsvorm", source=COMPANY, kind=Kind.CHOICE, choices=LEGAL_FORMS
        ),
        text("kvk_nummer", "KvK-nummer", f"{COMPANY}; Norm 1.2.1", kind=Kind.KVK, longest=20),
        text("register", "Naam van het buitenlandse register", "Bijlage 7B", when=FOREIGN, longest=150),
        text(
            "register_nummer", "Nummer in het buitenlandse register", "Bijlage 7B", when=FOREIGN, longest=60
        ),
        text("register_land", "Land van het register", "Bijlage 7B", when=FOREIGN, longest=60),
        text("btw_nummer", "Btw-nummer", COMPANY, kind=Kind.VAT, required=False, longest=30),
        text("iban", "IBAN", COMPANY, kind=Kind.IBAN, longest=42),
        *address(COMPANY),
        text("telefoon", "Telefoonnummer", COMPANY, kind=Kind.PHONE, longest=30),
        text("e_mail", "E-mailadres", COMPANY, kind=Kind.EMAIL),
        text("e_mail_financieel", "E-mailadres van de financiële administratie", COMPANY, kind=Kind.EMAIL),
        text("website", "Website", COMPANY, required=False),
        text("medewerkers", "Aantal medewerkers", COMPANY, kind=Kind.COUNT, longest=6),
        yes_no("zzp", "Werkt u alleen, als zzp'er?", "§3.2"),
        yes_no("oval", "Is de onderneming lid van OVAL?", "§3.2"),
        Question(
            name="talencentrum",
            label="Is het een talencentrum van een onderwijsinstelling?",
            source="Norm 1.2.4, noot 4",
            kind=Kind.CHOICE,
            choices=LANGUAGE_CENTRES,
            help="Dan mag de feitelijk leidinggevende de VOG overleggen in plaats van het bestuur.",
        ),
    ),
    evidence=(
        Evidence(
            code="A2",
            text="Een uittreksel van de Kamer van Koophandel waaruit blijkt wat alle entiteiten doen",
            source="Bijlage 4 A; Norm 1.2.1",
            dated=True,
        ),
    ),
)

LOCATIONS: Final = Page(
    code="vestigingen",
    title="Uw vestigingen",
    intro="Elke plaats waar u meer dan drie lessen geeft of gaat geven.",
    source="Bijlage 4 A; Norm 1.3.3.f",
    part="A",
    questions=(
        Rows(
            name="vestigingen",
            label="Vestigingen",
            one="vestiging",
            source="Bijlage 4 A; Norm 1.3.3.f",
            at_least=1,
            at_most=200,
            questions=(
                text("naam", "Naam van de vestiging", "Bijlage 4 A", longest=150),
                *address("Bijlage 4 A"),
                text("eerste_les", "Eerste lesdag", "Norm 1.3.3.f", kind=Kind.DAY, required=False),
            ),
        ),
    ),
)

MANAGERS: Final = Page(
    code=MANAGEMENT,
    title="Uw management",
    intro="Iedereen die de school bestuurt of leidt, op papier of in de praktijk, met een VOG.",
    source="Bijlage 4 A; Norm 1.2.4; Bijlage 1",
    part="A",
    questions=(
        Rows(
            name=MANAGEMENT,
            label="Leden van het Management",
            one="persoon",
            source="Bijlage 4 A; Bijlage 1",
            at_least=1,
            questions=(
                *name_of_person("Bijlage 4 A"),
                text("functie", "Functie", "Bijlage 4 A"),
                Question(
                    name="rollen",
                    label="Welke rol heeft deze persoon?",
                    source="Bijlage 1, Management",
                    kind=Kind.CHOICES,
                    choices=ROLES,
                ),
                *address("Bijlage 4 E"),
                text("telefoon", "Telefoonnummer", "Bijlage 4 E", kind=Kind.PHONE, longest=30),
                text("e_mail", "E-mailadres", "Bijlage 4 E", kind=Kind.EMAIL),
            ),
        ),
    ),
    evidence=(
        Evidence(
            code="A6",
            text="Een VOG met screeningsprofiel 60, Onderwijs",
            source="Bijlage 4 A; Norm 1.2.4, noot 4",
            of_each=MANAGEMENT,
            dated=True,
            profile=True,
            may_not_apply=True,
        ),
    ),
)
