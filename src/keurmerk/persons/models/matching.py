"""How records are found again, which are the same, and what staff think of a lead."""

from django.db import models

from keurmerk.persons.enums import Judgement
from keurmerk.shared.models import Record


class SearchKey(models.Model):
    """One short text under which a record can be found: equal keys are looked at closer (`matching`)."""

    entity = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=120)

    class Meta:
        verbose_name = "zoeksleutel"
        verbose_name_plural = "zoeksleutels"
        constraints = [models.UniqueConstraint(fields=["key", "entity"], name="search_key_once")]


class SameAs(Record):
    """That two records are the same person or organisation, or are not; by whom and why. Reversible."""

    one = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="same_as")
    other = models.ForeignKey("persons.Entity", on_delete=models.CASCADE, related_name="same_as_here")
    same = models.BooleanField("is dezelfde")
    reason = models.CharField("waarom", max_length=500)
    by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, blank=True)
    """Empty: joined by the system because number, or name and birth date, are the same."""
    undone_on = models.DateField("teruggedraaid op", null=True, blank=True)
    undone_reason = models.CharField("waarom teruggedraaid", max_length=500, blank=True)

    class Meta:
        verbose_name = "zelfde persoon"
        verbose_name_plural = "zelfde personen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="same_as_lowest_first"
            ),
            models.UniqueConstraint(
                fields=["one", "other"], condition=models.Q(undone_on=None), name="same_as_once"
            ),
        ]


class LeadFinding(Record):
    """What staff found of a lead of a school: who looked, when, in what, and what it came to."""

    school = models.ForeignKey("organisations.School", on_delete=models.CASCADE, related_name="lead_findings")
    lead = models.CharField(max_length=64)
    """The lead's own mark: the same path gives the same one."""
    holder = models.CharField("houder", max_length=200)
    path = models.TextField("pad")
    """As it was when it was judged, so that it can be read when the register has moved on."""
    judgement = models.CharField("oordeel", max_length=20, choices=Judgement)
    reason = models.TextField("waarom")
    sources = models.TextField("geraadpleegde bronnen")
    by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, blank=True)
    on = models.DateField("op")

    class Meta:
        verbose_name = "oordeel over een band"
        verbose_name_plural = "oordelen over banden"
        ordering = ["-pk"]
