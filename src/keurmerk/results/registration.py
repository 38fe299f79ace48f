"""A dossier beside what Blik op Werk knows of the school, and what a school's dossier may not bring."""

from keurmerk.intake.problems import Problem
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from rulebook.norms.dossier import Dossier

OF_THE_SCHEME = frozenset({"parameters", "satisfaction"})
"""Tables that Blik op Werk fills; what a school puts there does not count."""

PARAMETERS_IGNORED = (
    "De tabel parameters telt niet mee: de slagingsnormen stelt Blik op Werk vast en vult Keurmerk zelf in."
)
TRUE = {True: "ja", False: "nee"}


def problems_with_registration(school: School, dossier: Dossier) -> tuple[Problem, ...]:
    """The dossier must be this school's, of the kind of certificate that it holds."""
    row = dossier.first_row("organisation") or {}
    found = []
    if row.get("kvk_number") != school.kvk_number:
        found.append(
            _problem(
                "kvk_nummer",
                row.get("kvk_number"),
                f"Dit is niet het KvK-nummer van uw school ({school.kvk_number}). Is dit het goede bestand?",
            )
        )
    if row.get("certificate") != school.certificate:
        known = CertificateKind(school.certificate).label
        found.append(
            _problem(
                "keurmerk",
                row.get("certificate"),
                f"Bij Blik op Werk staat uw keurmerk als {known} bekend ({school.certificate}). "
                "Pas de cel aan, of neem contact op met Blik op Werk als dat niet klopt.",
            )
        )
    return tuple(found)


def warnings_about_registration(school: School, dossier: Dossier) -> tuple[str, ...]:
    """What differs but may be right: the registration may lag behind. And tables that do not count."""
    row = dossier.first_row("organisation") or {}
    known = {"zzp": ("self_employed", school.self_employed), "oval_lid": ("oval_member", school.oval_member)}
    told = [
        f"organisatie: {name} is {TRUE[bool(row.get(field))]}, maar bij Blik op Werk staat {TRUE[value]}."
        for name, (field, value) in known.items()
        if bool(row.get(field)) != value
    ]
    parameters = dossier.tables.get("parameters")
    if parameters is not None and parameters.height:
        told.append(PARAMETERS_IGNORED)
    return tuple(told)


def without_scheme_tables(dossier: Dossier) -> Dossier:
    return Dossier({name: frame for name, frame in dossier.tables.items() if name not in OF_THE_SCHEME})


def _problem(column: str, value: str | None, message: str) -> Problem:
    return Problem("organisatie", None, column, value, message)
