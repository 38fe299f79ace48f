"""What both sides must do after a change (§7.2.2, §7.4.3, §7.5.2, §7.8; bijlage 3 art. 11 and 14)."""

from rulebook.lifecycle.pieces import Duty, Side

SCHOOL, SCHEME = Side.SCHOOL, Side.SCHEME


def _tell_learners(source: str) -> Duty:
    return Duty(
        "cursisten_informeren", SCHOOL, "Informeer uw Cursisten schriftelijk.", source, "werkdagen", 5
    )


def _no_logo(source: str) -> Duty:
    return Duty(
        "geen_logo", SCHOOL, "Gebruik het logo van het Keurmerk niet meer.", source, while_it_lasts=True
    )


def _refer(source: str) -> Duty:
    return Duty(
        "doorverwijzen",
        SCHOOL,
        "Verwijs Cursisten met een DUO-lening naar een school die het Keurmerk heeft.",
        source,
        while_it_lasts=True,
    )


def _stop_teaching(source: str) -> Duty:
    return Duty(
        "stoppen",
        SCHOOL,
        "Geef geen inburgeringscursus meer aan Cursisten met een DUO-lening of betaald door de gemeente.",
        source,
        while_it_lasts=True,
    )


def _return_signs(source: str) -> Duty:
    return Duty(
        "certificaat_terug",
        SCHOOL,
        "Stuur het certificaat, het gevelbordje en al het promotiemateriaal terug.",
        source,
        "dagen",
        14,
    )


OUT_OF_REGISTER = Duty(
    "uit_register",
    SCHEME,
    "Haal de school uit de openbare lijst van Keurmerkhouders.",
    "§7.4.3, §7.5.2, §7.2.2; bijlage 3 art. 11.4",
)
INTO_REGISTER = Duty(
    "in_register",
    SCHEME,
    "Vermeld de school als houder in de openbare lijst.",
    "§7.1.1, §7.2.1; bijlage 3 art. 11.4",
)
TELL_DUO = Duty(
    "duo_informeren", SCHEME, "Meld de wijziging en de reden aan DUO.", "§7.4.3, §7.8; bijlage 3 art. 11.12"
)
TELL_CRKBO = Duty("crkbo_informeren", SCHEME, "Meld de wijziging en de reden aan het CRKBO.", "§7.8")
SEND_CERTIFICATE = Duty(
    "certificaat_sturen",
    SCHEME,
    "Stuur het certificaat en het gevelbordje.",
    "§7.2.1; bijlage 3 art. 14.1",
    "dagen",
    14,
)
PUBLISH_RESULTS = Duty(
    "resultaten_publiceren",
    SCHEME,
    "Publiceer de resultaten van de Auditrapportage en het Tevredenheidsonderzoek.",
    "§7.2.1, §5.7",
    "dagen",
    14,
)
SEND_LOGO = Duty(
    "logo_sturen", SCHEME, "Stuur het logo voor bepaalde tijd.", "bijlage 3 art. 14.3", "dagen", 14
)

TOLD_OF_CHANGE = (TELL_DUO, TELL_CRKBO)

AFTER_GRANT_FIXED = (
    INTO_REGISTER,
    *TOLD_OF_CHANGE,
    SEND_LOGO,
    Duty(
        "schoolbezoek",
        SCHEME,
        "Houd een schoolbezoek; kondig het ten minste 24 uur vooraf aan.",
        "§2.5",
        "maanden",
        3,
    ),
    Duty(
        "toezicht_in_de_klas",
        SCHEME,
        "Laat Toezicht in de Klas uitvoeren, niet eerder dan drie maanden na de toekenning.",
        "§2.5",
        "maanden",
        6,
    ),
    Duty(
        "financieel_toezicht",
        SCHEME,
        "Laat financieel toezicht uitvoeren, niet eerder dan zes maanden na de toekenning.",
        "§2.5",
        "maanden",
        9,
    ),
    Duty(
        "cursusplanning",
        SCHOOL,
        "Stuur de cursusplanning (Norm 2.10.1) voordat de eerste cursus begint.",
        "§2.5",
        while_it_lasts=True,
    ),
)
AFTER_GRANT = (INTO_REGISTER, *TOLD_OF_CHANGE, SEND_CERTIFICATE, PUBLISH_RESULTS)

_SUSPENSION = "§7.4.3"
DURING_SUSPENSION = (
    OUT_OF_REGISTER,
    *TOLD_OF_CHANGE,
    _tell_learners(_SUSPENSION),
    _return_signs("bijlage 3 art. 14.10"),
    _no_logo("bijlage 3 art. 14.9"),
    Duty(
        "geen_nieuwe_cursisten",
        SCHOOL,
        "Laat geen nieuwe Cursisten toe die met een DUO-lening of door de gemeente worden betaald.",
        _SUSPENSION,
        while_it_lasts=True,
    ),
    Duty(
        "lopende_cursussen",
        SCHOOL,
        "U mag de cursussen die aantoonbaar zijn afgesproken, afmaken; bied daarna geen nieuwe cursus aan.",
        _SUSPENSION,
        while_it_lasts=True,
    ),
    _refer(_SUSPENSION),
    Duty(
        "aanwijzingen",
        SCHOOL,
        "Volg de aanwijzingen van Blik op Werk en werk mee; anders volgt Intrekking.",
        _SUSPENSION,
        while_it_lasts=True,
    ),
)
SUSPENSION_CODES = tuple(duty.code for duty in DURING_SUSPENSION if duty.while_it_lasts)

AFTER_LIFTING = (INTO_REGISTER, *TOLD_OF_CHANGE)

AFTER_WITHDRAWAL = (
    OUT_OF_REGISTER,
    *TOLD_OF_CHANGE,
    _tell_learners("§7.5.2"),
    _return_signs("§7.5.2; bijlage 3 art. 14.10"),
    Duty("uren_duo", SCHOOL, "Verwerk alle uren direct bij DUO.", "§7.5.2"),
    _stop_teaching("§7.5.2"),
    _refer("§7.5.2"),
    _no_logo("§7.5.2; bijlage 3 art. 14.9"),
)
AFTER_NOT_GRANTED = (
    OUT_OF_REGISTER,
    *TOLD_OF_CHANGE,
    _tell_learners("§7.2.2"),
    _return_signs("§7.2.2; bijlage 3 art. 14.10"),
    _stop_teaching("§7.2.2"),
    _refer("§7.2.2"),
    _no_logo("§7.2.2"),
)
"""Also when the fixed term ran out (§7.2.2 treats both alike)."""

BURDENS = tuple(sorted({duty.code for duty in (*DURING_SUSPENSION, *AFTER_WITHDRAWAL, *AFTER_NOT_GRANTED)}))
"""Everything that a decision against the school brought, and that its annulment or stay ends."""

TELL_OF_LAPSE = Duty(
    "aflopen_melden", SCHEME, "Stel de school op de hoogte dat het Keurmerk is afgelopen.", "§7.2.2"
)
