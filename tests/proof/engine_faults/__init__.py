"""Faults that somebody could make in the engine, each with a dossier or a test that shows it."""

from tests.proof.engine_faults import courses, exams, judging, kernel, organisation, unseen
from tests.proof.engine_faults.equivalent import EQUIVALENT

__all__ = ["EQUIVALENT", "FAULTS"]

FAULTS = (
    *organisation.FAULTS,
    *courses.FAULTS,
    *exams.FAULTS,
    *judging.FAULTS,
    *kernel.FAULTS,
    *unseen.FAULTS,
)
