"""Who is behind the applicant: earlier marks, connected persons, owners (Bijlage 4, 7B)."""

from typing import Final

from rulebook.application.pages.shared import address, identity, name_of_person, text, when, yes_no
from rulebook.application.pieces import Evidence, Kind, Page, Question, Rows

NETWORK_SOURCE: Final = "Bijlage 4, informatie over uw netwerk; §2.2, §7.7"
OWNERS_SOURCE: Final = "Bijlage 7B"
HELD: Final = when("eerder_houder", "ja")
CONNECTED: Final = when("verbonden", "ja")
INTERESTS: Final = (
    ("kapitaal", "25% of meer van het kapitaal"),
    ("stemmen", "25% of meer van de stemmen"),
    ("zeggenschap", "op een andere manier feitelijk zeggenschap"),
    ("begunstigde", "begunstigde van 25% of meer van het vermogen"),
    ("bijzonder", "bijzondere zeggenschap over 25% of meer van het vermogen"),
)
RELATIONS: Final = (
    ("zelf", "Ikzelf of de onderneming zelf"),
    ("echtgenoot", "Echtgenoot of geregistreerd partner"),
    ("samenwonend", "Partner met wie iemand duurzaam samenleeft"),
    ("ouder", "Ouder"),
    ("kind", "Kind"),
    ("broer_zus", "Broer of zus"),
    ("grootouder", "Grootouder"),
    ("kleinkind", "Kleinkind"),
    ("schoonfamilie", "Schoonfamilie in de eerste of tweede graad"),
    ("zeggenschap_over", "Heeft Zeggenschap over de onderneming"),
    ("zeggenschap_van", "De onderneming heeft er Zeggenschap over"),
    ("anders", "Anders"),
)
PEP_RELATIONS: Final = (
    ("zelf", "De persoon zelf"),
    ("echtgenoot", "Echtgenoot of partner"),
    ("kind", "Kind, of diens echtgenoot of partner"),
    ("ouder", "Ouder"),
)

FAMILY: Final = (
    ("echtgenoot", "Echtgenoot"),
    ("geregistreerd_partner", "Geregistreerd partner"),
    ("samenwonend_partner", "Partner met wie iemand duurzaam samenleeft"),
    ("ouder", "Ouder"),
    ("kind", "Kind"),
    ("broer_of_zus", "Broer of zus"),
    ("grootouder", "Grootouder"),
    ("kleinkind", "Kleinkind"),
    ("schoonouder", "Schoonouder of stiefouder"),
    ("schoon_of_stiefkind", "Schoonkind of stiefkind"),
    ("zwager_of_schoonzus", "Zwager of schoonzus"),
    ("grootouder_van_partner", "Grootouder van de partner"),
    ("partner_van_kleinkind", "Partner van een kleinkind"),
)
"""Relatives by blood and marriage to the second degree (Bijlage 1)."""

NETWORK: Final = Page(
    code="netwerk",
    title="Uw netwerk",
    intro="Of u, of iemand met wie u verbonden bent, het Keurmerk heeft of had.",
    source=NETWORK_SOURCE,
    questions=(
        yes_no(
            "verbonden",
            "Bent u een Verbonden Persoon van iemand die het Keurmerk heeft of had?",
            NETWORK_SOURCE,
            help="Door familie, samenwonen, aandelen, stemmen, benoemingen of een arbeidsovereenkomst.",
        ),
        Rows(
            name="houders",
            label="Met welke Keurmerkhouders bent u verbonden?",
            one="Keurmerkhouder",
            source=NETWORK_SOURCE,
            when=CONNECTED,
            questions=(
                text("houder", "Naam van de (voormalige) Keurmerkhouder", NETWORK_SOURCE),
                text("kvk_nummer", "KvK-nummer", NETWORK_SOURCE, kind=Kind.KVK, required=False, longest=20),
                Question(
                    name="relatie", label="Band", source=NETWORK_SOURCE, kind=Kind.CHOICE, choices=RELATIONS
                ),
                text("uitleg", "Hoe bent u verbonden?", NETWORK_SOURCE, kind=Kind.LONG, longest=2_000),
            ),
        ),
        Rows(
            name="familie",
            label="Familieleden van het Management met een onderneming in het inburgeren",
            one="familielid",
            source="Bijlage 1, Verbonden Persoon",
            questions=(
                text("wie", "Familie van", "Bijlage 1, Verbonden Persoon", kind=Kind.MANAGER),
                Question(
                    name="relatie",
                    label="Dit familielid is",
                    source="Bijlage 1, Verbonden Persoon",
                    kind=Kind.CHOICE,
                    choices=FAMILY,
                ),
                *name_of_person("Bijlage 1, Verbonden Persoon"),
                text("onderneming", "Naam van de onderneming", "Bijlage 1, Verbonden Persoon"),
                text(
                    "kvk_nummer",
                    "KvK-nummer",
                    "Bijlage 1, Verbonden Persoon",
                    kind=Kind.KVK,
                    required=False,
                    longest=20,
                ),
                text(
                    "aandelen",
                    "Aandelen in procenten",
                    "Bijlage 1, Zeggenschap",
                    kind=Kind.PERCENT,
                    longest=8,
                ),
            ),
        ),
        text(
            "reden_zelf",
            "Waarom wilt u zelf het Keurmerk?",
            "§2.2, §7.7",
            kind=Kind.LONG,
            when=CONNECTED,
            longest=5_000,
        ),
        yes_no(
            "eerder_houder",
            "Had u, of iemand met wie u verbonden bent, eerder het Keurmerk, of is een aanvraag afgewezen?",
            NETWORK_SOURCE,
        ),
        text("eerder_naam", "Naam van de Keurmerkhouder van toen", NETWORK_SOURCE, when=HELD),
        text(
            "eerder_geeindigd",
            "Waarom is het Keurmerk er niet meer?",
            NETWORK_SOURCE,
            kind=Kind.LONG,
            when=HELD,
            longest=5_000,
        ),
        text(
            "eerder_gestopt",
            "Waarom besloot u toen te stoppen?",
            NETWORK_SOURCE,
            kind=Kind.LONG,
            when=HELD,
            required=False,
            help="Alleen als u er zelf mee stopte.",
            longest=5_000,
        ),
        text(
            "eerder_opnieuw",
            "Waarom vraagt u het opnieuw aan?",
            NETWORK_SOURCE,
            kind=Kind.LONG,
            when=HELD,
            longest=5_000,
        ),
        text(
            "nieuwe_feiten",
            "Welke nieuwe feiten of veranderde omstandigheden zijn er?",
            "§2.2, §7.1.2, §7.7; Awb 4:6",
            kind=Kind.LONG,
            when=HELD,
            longest=5_000,
        ),
    ),
    evidence=(
        Evidence(
            code="N1",
            text="Een plan van aanpak: wat er toen misging en wat u nu anders doet",
            source="§7.2.2, §7.6",
            rests_on=HELD,
            may_not_apply=True,
        ),
    ),
)

OWNERS: Final = Page(
    code="belanghebbenden",
    title="Eigenaren en politiek prominente personen",
    intro="De UBO/PEP-registratie van Bijlage 7B.",
    source=OWNERS_SOURCE,
    part="A",
    questions=(
        yes_no("heeft_ubo", "Heeft de onderneming een of meer uiteindelijk belanghebbenden?", OWNERS_SOURCE),
        Rows(
            name="ubo",
            label="Uiteindelijk belanghebbenden (UBO's)",
            one="belanghebbende",
            source=OWNERS_SOURCE,
            when=when("heeft_ubo", "ja"),
            questions=(
                *name_of_person(OWNERS_SOURCE),
                *address(OWNERS_SOURCE),
                *identity(OWNERS_SOURCE),
                Question(
                    name="aard",
                    label="Waaruit bestaat het belang?",
                    source=OWNERS_SOURCE,
                    kind=Kind.CHOICES,
                    choices=INTERESTS,
                ),
                text("direct", "Direct belang in procenten", OWNERS_SOURCE, kind=Kind.PERCENT, longest=8),
                text("indirect", "Indirect belang in procenten", OWNERS_SOURCE, kind=Kind.PERCENT, longest=8),
            ),
        ),
        Rows(
            name="holdings",
            label="Rechtspersonen boven de onderneming",
            one="rechtspersoon",
            source="Bijlage 7A",
            questions=(
                text("naam", "Naam", "Bijlage 7A"),
                text(
                    "kvk_nummer",
                    "KvK-nummer",
                    "Bijlage 7A",
                    kind=Kind.KVK,
                    required=False,
                    longest=20,
                    help="Leeg laten als het een buitenlandse rechtspersoon is.",
                ),
                text("houdt", "Waarvan heeft deze aandelen of stemmen?", "Bijlage 7A"),
                text("aandelen", "Aandelen in procenten", "Bijlage 7A", kind=Kind.PERCENT, longest=8),
                text("stemmen", "Stemmen in procenten", "Bijlage 7A", kind=Kind.PERCENT, longest=8),
                text("bestuurder", "Bestuurder", "Bijlage 7A, pseudo-UBO"),
                text(
                    "bestuurder_geboren",
                    "Geboortedatum van de bestuurder",
                    "Bijlage 7A, pseudo-UBO",
                    kind=Kind.DAY,
                    past=True,
                ),
            ),
        ),
        yes_no("heeft_pep", "Is een politiek prominent persoon bij de onderneming betrokken?", OWNERS_SOURCE),
        Rows(
            name="pep",
            label="Politiek prominente personen",
            one="persoon",
            source=OWNERS_SOURCE,
            when=when("heeft_pep", "ja"),
            questions=(
                *name_of_person(OWNERS_SOURCE),
                *address(OWNERS_SOURCE),
                *identity(OWNERS_SOURCE),
                text("functie", "Functie", OWNERS_SOURCE),
                Question(
                    name="relatie",
                    label="Wie heeft deze functie?",
                    source=OWNERS_SOURCE,
                    kind=Kind.CHOICE,
                    choices=PEP_RELATIONS,
                ),
            ),
        ),
        text("ondertekenaar", "Naam van wie de UBO-verklaring ondertekent", OWNERS_SOURCE),
        text(
            "ondertekenaar_geboren",
            "Geboortedatum van wie ondertekent",
            OWNERS_SOURCE,
            kind=Kind.DAY,
            past=True,
        ),
        text("ondertekenaar_functie", "Functie binnen de organisatie", OWNERS_SOURCE),
        *identity(OWNERS_SOURCE),
    ),
    evidence=(
        Evidence(
            code="A5a",
            text="Een kopie van het identiteitsbewijs van wie ondertekent",
            source=OWNERS_SOURCE,
        ),
        Evidence(
            code="A5b",
            text="Een stuk waaruit blijkt dat de ondertekenaar namens de organisatie mag tekenen",
            source=OWNERS_SOURCE,
        ),
        Evidence(code="A5c", text="Een kopie van het identiteitsbewijs", source=OWNERS_SOURCE, of_each="ubo"),
        Evidence(code="A5d", text="Een kopie van het identiteitsbewijs", source=OWNERS_SOURCE, of_each="pep"),
    ),
)
