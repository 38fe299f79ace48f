"""What cases, decisions and terms can be. The states and kinds of the law are those of the rulebook."""

from django.db import models


class CaseKind(models.TextChoices):
    APPLICATION = "aanvraag", "aanvraag"
    JUDGEMENT = "beoordeling", "beoordeling van de Meetperiode"
    SUPERVISION = "toezicht", "toezicht"
    REQUEST = "verzoek", "verzoek van de school"
    REPORT = "melding", "melding van de school"
    OBJECTION = "bezwaar", "bezwaar"


class DecisionState(models.TextChoices):
    DRAFT = "concept", "concept"
    SUBMITTED = "voorgelegd", "voorgelegd ter ondertekening"
    SIGNED = "ondertekend", "ondertekend en verzonden"
    CANCELLED = "vervallen", "vervallen"


class Subject(models.TextChoices):
    """Whose table an event belongs to, and what a term or decision is about."""

    CERTIFICATE = "keurmerk", "het Keurmerk"
    PLAN = "plan", "het plan van aanpak"
    OBJECTION = "bezwaar", "het bezwaar"
    INTENTION = "voornemen", "het voornemen"
    REQUEST = "verzoek", "het verzoek van de school"


class IntentionState(models.TextChoices):
    SENT = "verzonden", "wacht op de zienswijze"
    VIEW_GIVEN = "zienswijze", "zienswijze ontvangen"
    HEARD = "gehoord", "hoorzitting gehouden"
    PASSED = "voorbij", "geen zienswijze binnen de termijn"
    DROPPED = "ingetrokken", "voornemen ingetrokken"


class RequestKind(models.TextChoices):
    END = "opzegging", "opzegging van het Keurmerk"
    PERIOD = "meetperiode", "wijziging van de Meetperiode"
    CONTROL = "zeggenschap", "overdracht van Zeggenschap"


class Manner(models.TextChoices):
    """How an objection came in."""

    PORTAL = "portaal", "in Mijn keurmerk"
    EMAIL = "email", "per e-mail"
    POST = "post", "per post"


class CourtMatter(models.TextChoices):
    APPEAL = "beroep", "beroep"
    INTERIM_RELIEF = "voorlopige_voorziening", "voorlopige voorziening"


class CourtOutcome(models.TextChoices):
    PENDING = "loopt", "nog geen uitspraak"
    GRANTED = "toegewezen", "gegrond of toegewezen"
    REFUSED = "afgewezen", "ongegrond of afgewezen"
    WITHDRAWN = "ingetrokken", "ingetrokken"


class Body(models.TextChoices):
    """Who may be told about a certificate."""

    DUO = "duo", "DUO"
    CRKBO = "crkbo", "CRKBO"
    INSPECTORATE = "inspectie", "Inspectie van het Onderwijs"
    TAX = "belastingdienst", "Belastingdienst"
    MUNICIPALITY = "gemeente", "gemeente"
