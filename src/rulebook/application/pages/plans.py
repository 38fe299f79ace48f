"""Teaching plan, organisation plan, budget and the measuring period (Bijlage 4, parts G and H)."""

from typing import Final

from rulebook.application.pages.papers import listed
from rulebook.application.pages.shared import text
from rulebook.application.pieces import Evidence, Kind, Page, Question

LEARNERS: Final = (
    ("asiel", "Asielstatushouders"),
    ("gezin", "Gezinsmigranten en overige migranten"),
    ("wi2013", "Cursisten die onder de Wi2013 vallen"),
)
PERIOD_SOURCE: Final = "§1.5.3, §2.4, §7.1.1"

TEACHING_PLAN: Final = Page(
    code="onderwijsplan",
    title="Onderwijsplan",
    intro="Waar in uw onderwijsplan elk onderwerp staat.",
    source="Bijlage 4 G; §2.2, §2.4",
    part="G",
    content=True,
    evidence=(
        *listed(
            "G",
            (
                "Missie",
                "Visie",
                "Doelgroep",
                "Groepsgrootte per leerprofiel of leerroute",
                "Samenstelling van de groep: een of meer leerniveaus",
                "Verloop van de groep: steeds dezelfde mensen of telkens nieuwe Cursisten",
                "Uurprijs voor Cursisten, behalve Asielstatushouders onder de Wi2021",
                "Inhoud en lesmethode",
                "Lesmateriaal",
                "Digitale leermiddelen",
                "Studieduur",
                "Studiebelasting",
                "Begeleiding",
                "Examens en diploma",
            ),
            "Bijlage 4 G",
        ),
        Evidence(
            code="G15",
            text="Nevenactiviteiten voor Cursisten",
            source="Bijlage 4 G",
            may_not_apply=True,
        ),
        Evidence(
            code="G16",
            text="Het modelcursuscontract",
            source="Bijlage 4 G; Bijlage 14",
            may_not_apply=True,
        ),
    ),
)

ORGANISATION_PLAN: Final = Page(
    code="organisatieplan",
    title="Organisatieplan en begroting",
    intro="Waar in uw plannen elk onderwerp staat.",
    source="Bijlage 4 H; §2.2, §2.4",
    part="H",
    content=True,
    evidence=listed(
        "H",
        (
            "Startbalans, met een verklaring en bewijs van het startkapitaal",
            "Marketingplan: hoe u Cursisten werft",
            "Hoe u waarborgt dat contracten, presentielijsten en facturen volledig en juist zijn",
            "Hoe u de kwaliteit van het onderwijs waarborgt en controleert",
            "Opleidingsplan om genoeg bevoegde docenten te houden",
            "Begroting: verwachte kosten per kostenpost, met uitleg",
            "Begroting: verwachte opbrengst per cursus en overige inkomsten, met uitleg",
            "Begroting: onderbouwing van uw tarieven",
        ),
        "Bijlage 4 H; Norm 1.2.2.a",
    ),
)

PERIOD: Final = Page(
    code="meetperiode",
    title="Meetperiode en omvang",
    intro="Wanneer u wilt beginnen, en voor hoeveel Cursisten.",
    source=PERIOD_SOURCE,
    questions=(
        text(
            "start",
            "Begin van de Meetperiode die u kiest",
            PERIOD_SOURCE,
            kind=Kind.DAY,
            help="1 januari, 1 april of 1 september.",
        ),
        Question(
            name="cursisten_soort",
            label="Aan wie gaat u lesgeven?",
            source="§1.3",
            kind=Kind.CHOICES,
            choices=LEARNERS,
        ),
        text("cursisten", "Verwacht aantal Cursisten in het eerste jaar", "§2.4", kind=Kind.COUNT, longest=6),
        text("omzet", "Verwachte omzet in het eerste jaar, in euro", "§2.4", kind=Kind.MONEY, longest=14),
    ),
)
