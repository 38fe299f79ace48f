"""What a school itself asks: to end its certificate, another measuring period, another owner."""

from django.db import models

from keurmerk.certification.enums import RequestKind
from keurmerk.shared.models import Record


class Request(Record):
    case = models.OneToOneField("certification.Case", on_delete=models.PROTECT, related_name="request")
    kind = models.CharField("verzoek", max_length=20, choices=RequestKind)
    text = models.TextField("toelichting", max_length=20_000)
    wanted_on = models.DateField("gewenste dag", null=True, blank=True)
    """The day to end on, the new last day of the period, or the day of transfer."""
    signed = models.BooleanField("ondertekend", default=False)
    filed_on = models.DateField("ingediend op")
    filed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "verzoek van de school"
        verbose_name_plural = "verzoeken van scholen"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=RequestKind.values), name="request_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in zaak {self.case_id}"

    @property
    def kind_(self) -> RequestKind:
        return RequestKind(self.kind)
