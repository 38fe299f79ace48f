"""An outcome as staff see it: read only, through the page of its school."""

from django.urls import reverse

from keurmerk.assessments.models import Assessment
from keurmerk.web.access import for_staff
from keurmerk.web.outcomes.door import Door
from keurmerk.web.outcomes.doors import outcome_views


def door_of(assessment: Assessment) -> Door:
    school = assessment.delivery.school
    here = reverse("staff:school", args=[school.public_id])
    return Door("staff", (("Scholen", reverse("staff:schools")), (school.name, here)))


of_staff = outcome_views(for_staff, door_of)
