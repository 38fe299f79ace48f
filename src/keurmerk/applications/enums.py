"""What an interest, an application and their parts can be."""

from django.db import models


class InterestState(models.TextChoices):
    ASKED = "gevraagd", "wacht op bevestiging van het e-mailadres"
    CONFIRMED = "bevestigd", "wacht op Blik op Werk"
    ACCEPTED = "uitgenodigd", "overeenkomst toegestuurd"
    DECLINED = "afgesloten", "afgesloten"


class AgreementKind(models.TextChoices):
    AGREEMENT = "overeenkomst", "Overeenkomst"
    PROCESSING = "verwerkersovereenkomst", "Verwerkersovereenkomst"


class ApplicationState(models.TextChoices):
    DRAFT = "concept", "nog niet ingediend"
    SUBMITTED = "ingediend", "in behandeling"
    COMPLETING = "aanvullen", "wacht op uw aanvulling"
    REPAIRING = "aanpassen", "wacht op uw aanpassing"
    DECIDED = "beslist", "er is een besluit"
    EXPIRED = "verlopen", "verlopen zonder indienen"


class Aspect(models.TextChoices):
    """On what a page is judged."""

    COMPLETENESS = "volledigheid", "volledig en juist"
    CONTENT = "inhoud", "geeft vertrouwen in de kwaliteit"


class TalkState(models.TextChoices):
    INVITED = "uitgenodigd", "uitgenodigd"
    HELD = "gehouden", "gehouden"
    REFUSED = "geweigerd", "geweigerd door de school"
    CANCELLED = "vervallen", "vervallen"
