"""Dossiers of fictional schools, the same for the same seed, with known rights and wrongs."""

from keurmerk.demo.generator.dossier import demo_dossier
from keurmerk.demo.generator.profile import Fault, Profile
from keurmerk.demo.generator.schools import SCHOOLS, school_named

DEFAULT_SEED = 2025

__all__ = ["DEFAULT_SEED", "SCHOOLS", "Fault", "Profile", "demo_dossier", "school_named"]
