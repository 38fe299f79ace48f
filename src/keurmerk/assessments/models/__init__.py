from keurmerk.assessments.models.assessment import Assessment, AssessmentQuerySet
from keurmerk.assessments.models.norm_result import NormResult
from keurmerk.assessments.models.preview import Preview

__all__ = ["Assessment", "AssessmentQuerySet", "NormResult", "Preview"]
