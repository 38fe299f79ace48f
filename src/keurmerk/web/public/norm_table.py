"""The columns of the downloads of De normen."""

from keurmerk.web.components.tables import Column
from keurmerk.web.components.words import AUDITS, MAIN_NORMS, SELF_EMPLOYED
from rulebook.norms.norm_page import CatalogueNorm

Norm = Column[CatalogueNorm]

COLUMNS: tuple[Norm, ...] = (
    Norm("norm", "norm", lambda norm: norm.number),
    Norm("titel", "titel", lambda norm: norm.title),
    Norm("onderwerp", "onderwerp", lambda norm: norm.topic),
    Norm("hoofdnorm", "hoofdnorm", lambda norm: MAIN_NORMS[norm.main_norm]),
    Norm("paragraaf", "paragraaf", lambda norm: norm.paragraph),
    Norm("vraagt", "wat de norm vraagt", lambda norm: norm.asks),
    Norm("materieel", "materieel", lambda norm: norm.material),
    Norm("berekend", "berekend", lambda norm: norm.judged_by is not None),
    Norm("beoordeeld_bij", "beoordeeld bij norm", lambda norm: norm.judged_by),
    Norm("wetten", "wetten", lambda norm: ", ".join(norm.audience.acts)),
    Norm("verblijf", "verblijf", lambda norm: ", ".join(norm.audience.residences)),
    Norm("keurmerk", "keurmerk", lambda norm: ", ".join(norm.audience.certificates)),
    Norm("zzp", "voor een zzp'er", lambda norm: SELF_EMPLOYED[norm.audience.self_employed]),
    Norm("oval", "alleen OVAL-leden", lambda norm: norm.audience.oval_members_only),
    Norm("audits", "audits", lambda norm: ", ".join(AUDITS[audit] for audit in norm.audits)),
    Norm("bewijs", "bewijs", lambda norm: "; ".join(norm.evidence)),
    Norm("lezingen", "lezingen", lambda norm: ", ".join(norm.readings)),
    Norm("gewijzigd_2025", "gewijzigd in 2025", lambda norm: norm.changes_2025),
)
