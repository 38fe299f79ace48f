"""The advice on the computed norms (§7.2.1, §7.3.2, §7.3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rulebook.kernel.norm import NormRow, Parameters
from rulebook.kernel.verdict import Certificate, Verdict
from rulebook.norms.inburgeren.assess import Assessed
from rulebook.norms.inburgeren.auxiliary import LESSON_MODES

NEGATIVE, INCOMPLETE, POSITIVE = "negatief", "onvolledig", "positief"
MISSING = {Verdict.NO_DATA, Verdict.INSUFFICIENT_DATA}
NEVER_LENIENT_MAIN_NORMS = ("1.", "3.")


@dataclass(frozen=True, slots=True)
class Advice:
    advice: str
    material: bool
    not_met: tuple[str, ...]
    compensation_possible: bool
    leniency_possible: bool
    extension_possible: bool


def advise(assessed: Assessed, certificate: Certificate, parameters: Parameters) -> Advice:
    rows = assessed.rows
    failing = [row for row in rows if row.verdict is Verdict.NOT_MET]
    if failing:
        advice = NEGATIVE
    elif any(row.verdict in MISSING for row in rows):
        advice = INCOMPLETE
    else:
        advice = POSITIVE
    too_few_tracks_only = any(row.norm == "7.2.1" for row in failing) and not any(
        row.norm.startswith(NEVER_LENIENT_MAIN_NORMS) for row in failing
    )
    return Advice(
        advice=advice,
        material=any(row.material for row in failing),
        not_met=tuple(row.label for row in failing),
        compensation_possible=certificate is Certificate.INDEFINITE
        and _one_profile_fails(rows, parameters)
        and not _only_at_a_distance(assessed.auxiliary.get(LESSON_MODES, {})),
        leniency_possible=certificate is Certificate.INDEFINITE and too_few_tracks_only,
        extension_possible=certificate is Certificate.FIXED_TERM and too_few_tracks_only,
    )


def _one_profile_fails(rows: Sequence[NormRow], parameters: Parameters) -> bool:
    profiles = [row for row in rows if row.norm == "2.15" and row.group]
    failing = [row for row in profiles if row.verdict is Verdict.NOT_MET]
    return len(profiles) >= parameters.whole("compensation_min_profiles") and len(
        failing
    ) == parameters.whole("compensation_max_failing")


def _only_at_a_distance(modes: Mapping[str, int]) -> bool:
    """§2.3.3: a school whose every lesson for Wi2013 is given at a distance."""
    return set(modes) == {"afstand"}
