"""What staff find of each page, and the two chances that an applicant has (§2.3, §2.4)."""

from django.db import models

from keurmerk.applications.enums import Aspect
from keurmerk.shared.models import Record


class PageJudgement(models.Model):
    """The newest of an aspect counts; the others stay, to show how it went."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="judgements"
    )
    page = models.CharField(max_length=30)
    aspect = models.CharField(max_length=12, choices=Aspect)
    holds = models.BooleanField("voldoet")
    text = models.TextField("wat er ontbreekt of beter moet", max_length=10_000, blank=True)
    judged_on = models.DateField("beoordeeld op")
    judged_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "oordeel over een pagina"
        verbose_name_plural = "oordelen over pagina's"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(aspect__in=Aspect.values), name="judgement_aspect_known"
            ),
            models.CheckConstraint(
                condition=models.Q(holds=True) | ~models.Q(text=""), name="judgement_says_what_is_wrong"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_aspect_display()}"


class Chance(Record):
    """The one opportunity to complete, or the one to improve the plans. Never given twice."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="chances"
    )
    aspect = models.CharField(max_length=12, choices=Aspect)
    asked_on = models.DateField("gevraagd op")
    until = models.DateField("kan tot en met")
    pages = models.JSONField("pagina's", default=list)
    """Open to change, each as {"page": code, "text": what must be better, "judgement": its key}."""
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    missed_on = models.DateField("ongebruikt verstreken op", null=True, blank=True)
    letter = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "gelegenheid tot herstel"
        verbose_name_plural = "gelegenheden tot herstel"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "aspect"], name="chance_once_per_aspect"),
            models.CheckConstraint(condition=models.Q(aspect__in=Aspect.values), name="chance_aspect_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_aspect_display()} tot en met {self.until}"
