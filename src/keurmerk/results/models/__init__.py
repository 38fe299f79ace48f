from keurmerk.results.models.delivery import Delivery, DeliveryQuerySet
from keurmerk.results.models.kept_file import KeptFile
from keurmerk.results.models.pass_rate import AnnouncedPassRate
from keurmerk.results.models.survey_outcome import SurveyOutcome
from keurmerk.results.models.tick import WarningTick
from keurmerk.results.models.upload import Upload, UploadQuerySet

__all__ = [
    "AnnouncedPassRate",
    "Delivery",
    "DeliveryQuerySet",
    "KeptFile",
    "SurveyOutcome",
    "Upload",
    "UploadQuerySet",
    "WarningTick",
]
