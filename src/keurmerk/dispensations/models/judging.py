"""What a request is judged on: evidence, points, and what was established for a measuring period."""

from django.db import models

from keurmerk.dispensations.models.dispensation import LONGEST, Dispensation
from keurmerk.shared.models import Record


class Evidence(Record):
    """A document that the school handed in, under what was asked."""

    dispensation = models.ForeignKey(Dispensation, on_delete=models.CASCADE, related_name="evidence")
    code = models.CharField(max_length=40)
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "stuk bij een ontheffing"
        verbose_name_plural = "stukken bij ontheffingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispensation", "code", "document"], name="dispensation_evidence_once"
            )
        ]

    def __str__(self) -> str:
        return self.code


class Point(Record):
    """One condition, judged with yes or no; the newest judgement replaces the one before."""

    dispensation = models.ForeignKey(Dispensation, on_delete=models.CASCADE, related_name="points")
    code = models.CharField(max_length=40)
    holds = models.BooleanField("voldoet")
    note = models.TextField("waaruit dat blijkt", max_length=4000, blank=True)
    judged_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    judged_on = models.DateField("beoordeeld op")

    class Meta:
        verbose_name = "beoordeeld punt"
        verbose_name_plural = "beoordeelde punten"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["dispensation", "code"], name="dispensation_point_once")
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.holds}"


class Establishment(Record):
    """Staff established whether a norm is lawfully failed over one measuring period; the newest counts."""

    dispensation = models.ForeignKey(Dispensation, on_delete=models.CASCADE, related_name="established")
    norm = models.CharField(max_length=20)
    period_first = models.DateField("Meetperiode vanaf")
    period_last = models.DateField("Meetperiode tot en met")
    holds = models.BooleanField("toegestaan")
    source = models.TextField("waaruit dat blijkt", max_length=LONGEST)
    established_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    established_on = models.DateField("vastgesteld op")

    class Meta:
        verbose_name = "vaststelling bij een ontheffing"
        verbose_name_plural = "vaststellingen bij ontheffingen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.norm}: {self.holds}"
