"""What a document is, which files may be one, and what the virus scanner said of it."""

from django.db import models


class DocumentKind(models.TextChoices):
    LETTER = "letter", "besluit of brief"
    OBJECTION = "objection", "bezwaarschrift"
    IMPROVEMENT_PLAN = "improvement_plan", "plan van aanpak"
    VIEW = "view", "zienswijze"
    EVIDENCE = "evidence", "bewijsstuk"
    AUDIT_REPORT = "audit_report", "auditrapport"
    APPLICATION = "application", "bijlage bij een aanvraag"
    AGREEMENT = "agreement", "overeenkomst"
    OTHER = "other", "ander document"


OF_PERSONS = frozenset({DocumentKind.APPLICATION})
"""Identity papers, certificates of conduct, careers are among these: not for every function in a school."""


class MediaType(models.TextChoices):
    PDF = "application/pdf", "PDF"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"
    ODT = "application/vnd.oasis.opendocument.text", "OpenDocument-tekst"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"
    PNG = "image/png", "PNG-afbeelding"
    JPEG = "image/jpeg", "JPG-afbeelding"
    TEXT = "text/plain", "tekst"
    EMAIL = "message/rfc822", "e-mail"


class ScanState(models.TextChoices):
    """What is infected, or cannot be scanned while a scanner is set, was refused and is no document."""

    CLEAN = "clean", "gescand, niets gevonden"
    NOT_CONFIGURED = "not_configured", "niet gescand, er is geen virusscanner ingesteld"
    MADE_HERE = "made_here", "niet gescand, door Keurmerk zelf gemaakt"
