"""An invoice of the scheme as far as it matters here: while one is due, nobody applies (§2.3, §7.1.2)."""

from django.db import models

from keurmerk.shared.models import Record


class Invoice(Record):
    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="invoices")
    number = models.CharField("factuurnummer", max_length=40, unique=True)
    amount = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    sent_on = models.DateField("verzonden op")
    due_on = models.DateField("te betalen tot en met")
    paid_on = models.DateField("betaald op", null=True, blank=True)

    class Meta:
        verbose_name = "factuur"
        verbose_name_plural = "facturen"
        ordering = ["due_on", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("sent_on")), name="invoice_due_after_sent"
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="invoice_of_something"),
        ]

    def __str__(self) -> str:
        return f"Factuur {self.number}"

    @property
    def told(self) -> str:
        """For in a sentence: 2026-17 van € 1.250,00."""
        dutch = f"{self.amount:,.2f}".translate(str.maketrans(",.", ".,"))
        return f"{self.number} van € {dutch}"
