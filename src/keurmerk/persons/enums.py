"""The kinds of things that are known of people and organisations; those of ties stand in rulebook.persons."""

from django.db import models


class IdentityKind(models.TextChoices):
    """An identity paper, as Bijlage 7B asks it."""

    PASSPORT = "paspoort", "paspoort"
    CARD = "identiteitskaart", "identiteitskaart"
    RESIDENCE = "verblijfsdocument", "verblijfsdocument"
    DRIVING_LICENCE = "rijbewijs", "rijbewijs"


class OrganisationKind(models.TextChoices):
    """What an organisation is beside its legal form; a language centre has its own rule on VOGs (note 4)."""

    COMPANY = "onderneming", "onderneming"
    SELF_EMPLOYED = "zzp", "zzp'er"
    UNIVERSITY_CENTRE = "universiteit", "talencentrum van een universiteit"
    COLLEGE_CENTRE = "hogeschool", "talencentrum van een hogeschool"
    ROC_CENTRE = "roc", "talencentrum van een ROC"


class FactSource(models.TextChoices):
    """Where a fact comes from."""

    DECLARED = "opgave", "opgave in een aanvraag"
    REPORTED = "melding", "melding van een wijziging"
    REGISTER = "handelsregister", "uittreksel uit het handelsregister"
    INQUIRY = "onderzoek", "onderzoek door Blik op Werk"


class Judgement(models.TextChoices):
    """What staff think of a lead."""

    CONFIRMED = "bevestigd", "bevestigd"
    SOMEBODY_ELSE = "ander", "het gaat om een ander"
    IRRELEVANT = "niet_van_belang", "niet van belang"
