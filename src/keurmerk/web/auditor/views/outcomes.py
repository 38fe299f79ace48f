"""An outcome as the auditor sees it: the same figures and the same rows as the school."""

from django.urls import reverse

from keurmerk.assessments.models import Assessment
from keurmerk.web.access import for_auditors
from keurmerk.web.outcomes.door import Door
from keurmerk.web.outcomes.doors import outcome_views


def door_of(assessment: Assessment) -> Door:
    school = assessment.delivery.school
    here = reverse("auditor:school", args=[school.public_id])
    return Door("auditor", (("Mijn scholen", reverse("auditor:schools")), (school.name, here)))


of_auditor = outcome_views(for_auditors, door_of)
