"""An application for the certificate, from its first line to the decision (§2.3, §2.4)."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.applications.enums import ApplicationState
from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User

OPEN = (
    ApplicationState.DRAFT,
    ApplicationState.SUBMITTED,
    ApplicationState.COMPLETING,
    ApplicationState.REPAIRING,
)
TO_FILL = (ApplicationState.DRAFT, ApplicationState.COMPLETING, ApplicationState.REPAIRING)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def for_user(self, user: "User | AnonymousUser") -> "ApplicationQuerySet":
        return self.filter(school__in=School.objects.for_user(user))


class Application(Record):
    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="applications")
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="applications")
    number = models.PositiveSmallIntegerField("hoeveelste van deze school")
    state = models.CharField("stand", max_length=12, choices=ApplicationState, default=ApplicationState.DRAFT)
    started_on = models.DateField("begonnen op")
    edited_at = models.DateTimeField("laatst gewijzigd")
    expires_on = models.DateField("verloopt op")
    """The day after which a draft is deleted; counted from the last edit."""
    reminded_on = models.DateField("herinnerd op", null=True, blank=True)
    submitted_at = models.DateTimeField("ingediend op", null=True, blank=True)
    submitted_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    signer = models.CharField("ondertekend door", max_length=150, blank=True)
    function = models.CharField("functie", max_length=100, blank=True)
    place = models.CharField("plaats", max_length=100, blank=True)
    receipt = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """What was handed in, as a sealed PDF."""
    inquiry_clear = models.BooleanField("onderzoek naar de Persoon positief", null=True, blank=True)
    inquiry_conclusion = models.TextField("conclusie van het onderzoek", max_length=10_000, blank=True)
    inquiry_done_on = models.DateField("onderzoek afgerond op", null=True, blank=True)
    inquiry_done_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager["Application"]] = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "number"], name="application_number_once"),
            models.UniqueConstraint(
                fields=["school"],
                condition=models.Q(state__in=[state.value for state in OPEN]),
                name="application_one_open_per_school",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=ApplicationState.values), name="application_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"Aanvraag {self.number} van {self.school}"

    @property
    def state_(self) -> ApplicationState:
        return ApplicationState(self.state)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def as_party(self) -> Party:
        return Party("application", str(self.public_id), f"aanvraag {self.number}")
