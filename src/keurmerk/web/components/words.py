"""Codes of the catalogue in words for people."""

from rulebook.kernel.verdict import Counts
from rulebook.norms.norm_page import Audit, NormKind, SelfEmployed

AUDITS: dict[Audit, str] = {
    Audit.APPLICATION: "aanvraag",
    Audit.RESULTS: "resultatenaudit",
    Audit.INSPECTION: "Toezicht in de Klas",
    Audit.SATISFACTION: "tevredenheidsonderzoek",
    Audit.SCHOOL_VISIT: "schoolbezoek",
    Audit.UNANNOUNCED: "onverwachts bezoek",
    Audit.FINANCIAL: "financiële audit",
}
RESIDENCES: dict[str, str] = {
    "asielstatushouder": "asielstatushouders",
    "gezinsmigrant": "gezinsmigranten",
    "overige_migrant": "overige migranten",
    "vrijwillig": "vrijwillige inburgeraars",
}
CERTIFICATES: dict[str, str] = {
    "bepaalde_tijd": "voor bepaalde tijd",
    "onbepaalde_tijd": "voor onbepaalde tijd",
}
ACTS: dict[str, str] = {
    "Wi2013": "Wi2013",
    "Wi2021": "Wi2021",
}
SELF_EMPLOYED: dict[SelfEmployed, str] = {
    SelfEmployed.APPLIES: "geldt zonder verschil",
    SelfEmployed.ADAPTED: "geldt in een lichtere vorm",
    SelfEmployed.LAPSES: "geldt niet",
}
MAIN_NORMS: dict[int | None, str] = {
    1: "Hoofdnorm 1: de organisatie",
    2: "Hoofdnorm 2: de resultaten",
    3: "Hoofdnorm 3: de tevredenheid",
    None: "Buiten de drie hoofdnormen",
}
KINDS: dict[NormKind, str] = {
    NormKind.NUMBERED: "genummerde norm",
    NormKind.HEADING: "norm als kop boven genummerde onderdelen",
    NormKind.UNNUMBERED: "norm zonder nummer",
}
COUNTS: dict[str, str] = {
    Counts.NUMERATOR: "ja, in teller en noemer",
    Counts.DENOMINATOR: "ja, alleen in de noemer",
    Counts.NOT: "nee",
}
