"""The kinds of certificate, with the codes of the dossier, and what somebody does for a school."""

from django.db import models


class CertificateKind(models.TextChoices):
    FIXED_TERM = "bepaalde_tijd", "voor bepaalde tijd"
    INDEFINITE = "onbepaalde_tijd", "voor onbepaalde tijd"


class MembershipFunction(models.TextChoices):
    """What somebody does for a school; `organisations.permissions` says what each may do."""

    APPLICANT = "applicant", "aanvrager"
    MANAGER = "manager", "beheerder"
    ADMINISTRATION = "administration", "administratie"


SIGNING = frozenset({MembershipFunction.APPLICANT, MembershipFunction.MANAGER})
"""Who bind the school with their signature and choose their colleagues. Every school keeps one of these."""
