"""Exceptions that the handbook allows and dispensations that the scheme grants, as dated data. Pure."""

from rulebook.dispensations.asking import Timeliness, kinds_to_ask, last_day_to_ask, may_be_asked, timeliness
from rulebook.dispensations.catalogue import CATALOGUE, kind_of
from rulebook.dispensations.covering import Cover, cover, overlap
from rulebook.dispensations.kinds import About, Code, Condition, Effect, Evidence, Kind, Nature
from rulebook.dispensations.lawful import (
    Allowance,
    Established,
    Granted,
    GrantedNorm,
    Standing,
    lawful,
    lawfully_failed,
)

__all__ = [
    "CATALOGUE",
    "About",
    "Allowance",
    "Code",
    "Condition",
    "Cover",
    "Effect",
    "Established",
    "Evidence",
    "Granted",
    "GrantedNorm",
    "Kind",
    "Nature",
    "Standing",
    "Timeliness",
    "cover",
    "kind_of",
    "kinds_to_ask",
    "last_day_to_ask",
    "lawful",
    "lawfully_failed",
    "may_be_asked",
    "overlap",
    "timeliness",
]
