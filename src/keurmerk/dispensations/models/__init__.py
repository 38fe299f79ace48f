from keurmerk.dispensations.models.dispensation import Dispensation, DispensationNorm, DispensationQuerySet
from keurmerk.dispensations.models.judging import Establishment, Evidence, Point

__all__ = [
    "Dispensation",
    "DispensationNorm",
    "DispensationQuerySet",
    "Establishment",
    "Evidence",
    "Point",
]
