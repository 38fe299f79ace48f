"""The kinds of the handbook itself: note 10 at norm 1.7.1, annex 10, norm 2.1.3 and §1.3."""

from datetime import date

from rulebook.dispensations.kinds import About, Code, Condition, Effect, Evidence, Kind, Nature

SCHEME = "Blik op Werk"
HANDBOOK_2025 = date(2025, 1, 1)
NOTE_10 = "§3.7, noot 10 bij Norm 1.7.1"
ANNEX_10 = "Norm 1.7.2.a en Bijlage 10"

TRAINEE = Kind(
    code=Code.TRAINEE,
    title="Stagiair in de laatste fase van de opleiding",
    summary=(
        "Een aankomend NT2-docent die bijna klaar is met de opleiding geeft een klein deel van de lessen, "
        "onder toezicht van een bevoegd NT2-docent."
    ),
    source=NOTE_10,
    nature=Nature.EXCEPTION,
    about=About.TEACHER,
    norms=("1.7.1.b",),
    effects=(Effect.COUNTS,),
    effect_sentence=(
        "De lessen van de stagiair gelden voor Norm 1.7.1.b als lessen waarin aan de verplichting is "
        "voldaan. Voor de 80% van Norm 1.7.1.a telt een stagiair nooit als bevoegd docent."
    ),
    judged_by=SCHEME,
    conditions=(
        Condition(
            "laatste_fase",
            "Het is aannemelijk dat de stagiair de opleiding binnen zes maanden met goed gevolg afrondt.",
            NOTE_10,
        ),
        Condition("beperkt_deel", "De stagiair geeft maar een beperkt deel van de lessen.", NOTE_10),
        Condition("toezicht", "Een bevoegd NT2-docent houdt toezicht bij de lessen.", NOTE_10),
        Condition(
            "verslag",
            "Het dossier bevat een verslag waarin de toezichthouder met redenen uitlegt dat en waarom de "
            "stagiair zelfstandig voor de klas kan staan.",
            NOTE_10,
        ),
        Condition("handtekeningen", "De stagiair en de toezichthouder ondertekenden dat verslag.", NOTE_10),
    ),
    evidence=(
        Evidence("opleiding", "Bewijs van inschrijving, en van de fase waarin de opleiding is"),
        Evidence("verslag", "Het verslag van de toezichthoudende docent, door beiden ondertekend"),
        Evidence("toezichthouder", "Bewijs dat de toezichthouder bevoegd NT2-docent is", required=False),
    ),
    in_force_from=HANDBOOK_2025,
    longest_months=6,
)

SHORT_COURSE = Kind(
    code=Code.SHORT_COURSE,
    title="Korte cursus NT2 zonder bevoegd docent",
    summary="Een cursus NT2 van hoogstens 50 lesuren, gegeven door een docent die niet bevoegd is.",
    source=NOTE_10,
    nature=Nature.EXCEPTION,
    about=About.COURSE,
    norms=("1.7.1.b",),
    effects=(Effect.COUNTS,),
    effect_sentence=(
        "Dat deze groep en de Cursisten ervan geen les van een bevoegd NT2-docent hadden, is voor "
        "Norm 1.7.1.b geen tekortkoming. Voor Norm 1.7.1.a tellen de lessen als onbevoegd gegeven."
    ),
    judged_by=SCHEME,
    conditions=(
        Condition("uren", "De cursus telt hoogstens 50 les- of contacturen.", NOTE_10),
        Condition(
            "aansluiting",
            "De cursus volgt op, of gaat vooraf aan, een cursus NT2 van een bevoegd NT2-docent.",
            NOTE_10,
        ),
        Condition(
            "derde_deel",
            "Slechts een enkele cursist volgt bij de school alleen deze cursus, en nooit meer dan een derde "
            "van de groep.",
            NOTE_10,
        ),
        Condition(
            "twintig_procent",
            "Alle lessen van onbevoegde docenten samen blijven binnen de 20% die Norm 1.7.1.a toelaat.",
            NOTE_10,
        ),
    ),
    evidence=(
        Evidence("planning", "De planning van de cursus, met de lesuren"),
        Evidence("deelnemers", "De deelnemers, met de andere cursussen die zij bij u volgen of volgden"),
    ),
    in_force_from=HANDBOOK_2025,
)

COMPETENCES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Toeleiden tot de arbeidsmarkt",
        (
            (
                "arbeidsmarkt_a",
                "Kent de Nederlandse en regionale arbeidsmarkt, bedrijven en eisen van werkgevers",
            ),
            ("arbeidsmarkt_b", "Kent het (beroeps)onderwijs: eisen om te beginnen en hoe dat te betalen is"),
            (
                "arbeidsmarkt_c",
                "Weet hoe mensen hier werk zoeken, per bedrijfstak, en wat een goed cv en brief is",
            ),
            ("arbeidsmarkt_d", "Kan Cursisten naar de (regionale) arbeidsmarkt leiden"),
        ),
    ),
    (
        "Omgaan met taalniveaus A2, B1 en B2",
        (
            ("taalniveaus_a", "Kan gesprekken voeren en contact leggen op elk taal- en opleidingsniveau"),
            (
                "taalniveaus_b",
                "Herkent en benoemt verschillen tussen culturen en gebruikt die bij de begeleiding",
            ),
            ("taalniveaus_c", "Voelt mee met verlies dat Cursisten verwerken, ook dat van het oude beroep"),
        ),
    ),
    (
        "Pedagogiek, didactiek en coachen",
        (
            ("didactiek_a", "Kan trainen in een groep met verschillende taalniveaus"),
            ("didactiek_b", "Ondersteunt het leren van de inhoud, en vooral van de taal (NT2)"),
            ("didactiek_c", "Coacht ieder in het eigen proces, gericht op meedoen en werk"),
        ),
    ),
)
"""The three groups of annex 10, in our own words."""

ONA_TEACHER = Kind(
    code=Code.ONA_TEACHER,
    title="ONA-docent zonder een van de genoemde diploma's",
    summary=(
        "Uw ONA-docent heeft geen diploma van ONA-portaal, ONA-trainers of Capabel Hogeschool, maar wel de "
        "competenties die Bijlage 10 vraagt."
    ),
    source=ANNEX_10,
    nature=Nature.DISPENSATION,
    about=About.TEACHER,
    norms=("1.7.2.a", "1.7.2.b"),
    effects=(Effect.COUNTS,),
    effect_sentence=(
        "De docent telt mee als bevoegd ONA-docent: voor de 80% van Norm 1.7.2.a en voor Norm 1.7.2.b."
    ),
    judged_by=SCHEME,
    conditions=tuple(
        Condition(code, f"{text}.", "Bijlage 10", group)
        for group, points in COMPETENCES
        for code, text in points
    ),
    evidence=(
        Evidence("diplomas", "Diploma's en certificaten van de docent"),
        Evidence("cv", "Cv, met wat de docent deed op elk van de drie terreinen"),
        Evidence("verklaring", "Verklaringen van werkgevers of opdrachtgevers", required=False),
    ),
    in_force_from=HANDBOOK_2025,
    charged=True,
)

INTAKE_TEST = Kind(
    code=Code.INTAKE_TEST,
    title="Een andere intaketoets",
    summary="U neemt een andere (digitale) intaketoets af dan die van Cito of Bureau ICE.",
    source="§4.4, Norm 2.1.3",
    nature=Nature.DISPENSATION,
    about=About.TEST,
    norms=("2.1.3",),
    effects=(Effect.NOT_APPLIED,),
    effect_sentence="U hoeft geen standaardtoets te gebruiken, zolang u deze toets afneemt zoals beoordeeld.",
    judged_by=SCHEME,
    conditions=tuple(
        Condition(code, text, "§4.4")
        for code, text in (
            ("inzage", "Het toetsinstrument is in te zien."),
            ("procedure", "De toetsprocedure is duidelijk en uitvoerbaar."),
            ("beoordelaars", "Wie de toets afneemt en beoordeelt, is daarvoor bekwaam."),
            ("raamwerk", "De toets volgt het Europees Referentiekader NT2 of het Raamwerk NT2."),
            ("vaardigheden", "De getoetste vaardigheden zijn de vaardigheden die nodig zijn."),
            ("wijze", "Elke vaardigheid wordt op een passende manier getoetst."),
            ("criteria", "De beoordelingscriteria zijn helder."),
            ("normering", "De normering is verantwoord."),
            ("geldigheid", "Validiteit en betrouwbaarheid zijn aannemelijk gemaakt."),
            ("digitaal_vaardig", "Een digitale toets krijgen alleen Cursisten die digitaal vaardig zijn."),
        )
    ),
    evidence=tuple(
        Evidence(code, text)
        for code, text in (
            ("toets", "De toets zelf, of inloggegevens om die in te zien"),
            ("procedure", "De toetsprocedure"),
            ("beoordelaars", "De competenties van wie de toets afneemt en beoordeelt"),
            ("raamwerk", "Het raamwerk waarop de toets is gemaakt"),
            ("vaardigheden", "De vaardigheden, en hoe elke vaardigheid wordt getoetst"),
            ("criteria", "De beoordelingscriteria en de normering"),
            ("geldigheid", "Hoe validiteit en betrouwbaarheid zijn bepaald"),
        )
    ),
    in_force_from=HANDBOOK_2025,
    charged=True,
)

SHRINKING = Kind(
    code=Code.SHRINKING,
    title="Steeds minder Cursisten onder de Wi2013",
    summary=(
        "U geeft (bijna) alleen les aan Cursisten onder de Wi2013, hun aantal loopt terug, en u voorziet dat "
        "u daardoor bepaalde Normen niet haalt."
    ),
    source="§1.3",
    nature=Nature.DISPENSATION,
    about=About.SCHOOL,
    norms=(),
    effects=(Effect.NOT_APPLIED, Effect.OTHER_LIMIT),
    effect_sentence=(
        "Blik op Werk bepaalt per Norm welke afwijking past: de Norm geldt niet, of met een andere grens."
    ),
    judged_by=SCHEME,
    conditions=(
        Condition(
            "wi2013", "De school geeft (bijna) alleen cursussen aan Cursisten onder de Wi2013.", "§1.3"
        ),
        Condition("terugloop", "Het aantal Cursisten loopt terug.", "§1.3"),
        Condition(
            "aannemelijk",
            "Het is aannemelijk dat de school de aangewezen Normen door die terugloop niet haalt.",
            "§1.3",
        ),
        Condition(
            "tijdig",
            "De school vroeg dit uiterlijk vier maanden voor het einde van de Meetperiode, of kon het niet "
            "eerder voorzien.",
            "§1.3",
        ),
    ),
    evidence=(
        Evidence("aantallen", "De aantallen Cursisten per stelsel, nu en in eerdere Meetperiodes"),
        Evidence("verwachting", "Waarom u de Normen niet haalt, met uw verwachting in getallen"),
    ),
    in_force_from=HANDBOOK_2025,
    months_before_end=4,
)

LASTING: tuple[Kind, ...] = (TRAINEE, SHORT_COURSE, ONA_TEACHER, INTAKE_TEST, SHRINKING)
