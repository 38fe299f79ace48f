"""What lies in a case: notes, documents, established facts."""

from django.db import models

from keurmerk.shared.models import Record
from rulebook.lifecycle.facts import Fact


class Note(Record):
    """For staff only."""

    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="notes")
    text = models.TextField("notitie", max_length=10_000)
    written_by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.text[:60]


class Paper(Record):
    """A document in a case."""

    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="papers")
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    html = models.TextField(blank=True)
    """Of a letter: its twin, as it was sent."""

    class Meta:
        verbose_name = "stuk"
        verbose_name_plural = "stukken"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"stuk {self.document_id} in zaak {self.case_id}"


class Finding(Record):
    """A fact that staff established; the newest of a fact counts."""

    certificate = models.ForeignKey(
        "certification.Certificate", on_delete=models.PROTECT, related_name="findings"
    )
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="findings")
    fact = models.CharField("feit", max_length=60, choices=[(f.value, f.statement) for f in Fact])
    holds = models.BooleanField("is het zo?")
    on = models.DateField("vastgesteld op")
    source = models.CharField("bron", max_length=300)
    established_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "vastgesteld feit"
        verbose_name_plural = "vastgestelde feiten"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fact__in=[f.value for f in Fact]), name="finding_fact_known"
            ),
        ]
        indexes = [models.Index(fields=["certificate", "fact", "-id"], name="finding_newest")]

    def __str__(self) -> str:
        return f"{self.fact}: {self.holds}"
