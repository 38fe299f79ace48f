"""Who somebody is to the scheme."""

from django.db import models


class Role(models.TextChoices):
    SCHOOL = "school", "school"
    STAFF = "staff", "medewerker van Blik op Werk"
    AUDITOR = "auditor", "auditor"
