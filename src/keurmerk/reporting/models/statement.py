"""The yearly management statement (Norm 1.2.3, Bijlage 6)."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class StatementQuerySet(models.QuerySet["Statement"]):
    def for_user(self, user: "User | AnonymousUser") -> "StatementQuerySet":
        return self.filter(school__in=School.objects.for_user(user))

    def signed(self) -> "StatementQuerySet":
        return self.filter(signed_on__isnull=False)


class Statement(Record):
    """Asked, then signed; valid until the next is signed."""

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="statements")
    case = models.OneToOneField("certification.Case", on_delete=models.PROTECT, related_name="statement")
    asked_on = models.DateField("gevraagd op")
    due = models.DateField("uiterlijk")
    signed_on = models.DateField("ondertekend op", null=True, blank=True)
    signed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    signer_name = models.CharField("naam", max_length=200, blank=True)
    signer_function = models.CharField("functie", max_length=200, blank=True)
    place = models.CharField("plaats", max_length=200, blank=True)
    answers = models.JSONField("antwoorden", default=list)
    """Per statement: code, agrees, since (a day in ISO, or empty) and explanation."""
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[StatementQuerySet] = StatementQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "Managementverklaring"
        verbose_name_plural = "Managementverklaringen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"], condition=models.Q(signed_on=None), name="statement_one_asked_per_school"
            ),
            models.CheckConstraint(
                condition=models.Q(signed_on=None) | models.Q(document__isnull=False),
                name="statement_signed_has_document",
            ),
            models.CheckConstraint(
                condition=models.Q(due__gte=models.F("asked_on")), name="statement_due_after_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"Managementverklaring, uiterlijk {self.due}"

    def as_party(self) -> Party:
        return Party("statement", str(self.public_id), f"Managementverklaring van {self.school.name}")

    @property
    def disagreements(self) -> list[dict[str, str]]:
        return [answer for answer in self.answers if not answer["agrees"]]
