"""The kinds of certificate, with the codes of the dossier."""

from django.db import models


class CertificateKind(models.TextChoices):
    FIXED_TERM = "bepaalde_tijd", "voor bepaalde tijd"
    INDEFINITE = "onbepaalde_tijd", "voor onbepaalde tijd"
