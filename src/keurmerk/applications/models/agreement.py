"""What school and scheme agree on before anything else: the agreement and the processing agreement (§2.3)."""

from django.db import models

from keurmerk.applications.enums import AgreementKind
from keurmerk.journal.party import Party
from keurmerk.shared.models import Record


class Agreement(Record):
    """Offered by the scheme, signed by the school, and concluded when the scheme has signed it too."""

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="agreements")
    kind = models.CharField("soort", max_length=25, choices=AgreementKind)
    edition = models.CharField("versie", max_length=30)
    offered_on = models.DateField("aangeboden op")
    signer = models.CharField("naam", max_length=150, blank=True)
    function = models.CharField("functie", max_length=100, blank=True)
    place = models.CharField("plaats", max_length=100, blank=True)
    contacts = models.JSONField("contactpersonen", default=list, blank=True)
    """Of a processing agreement: who is told of a data leak (art. 8, 17.2), each with name and email."""
    school_signed_at = models.DateTimeField("getekend door de school", null=True, blank=True)
    school_signed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    scheme_signed_at = models.DateTimeField("getekend door Blik op Werk", null=True, blank=True)
    scheme_signed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "overeenkomst"
        verbose_name_plural = "overeenkomsten"
        ordering = ["kind", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "kind"], name="agreement_one_of_a_kind"),
            models.CheckConstraint(
                condition=models.Q(kind__in=AgreementKind.values), name="agreement_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(scheme_signed_at=None) | models.Q(school_signed_at__isnull=False),
                name="agreement_school_signs_first",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def concluded(self) -> bool:
        return self.scheme_signed_at is not None

    def as_party(self) -> Party:
        return Party("agreement", str(self.public_id), self.get_kind_display())
