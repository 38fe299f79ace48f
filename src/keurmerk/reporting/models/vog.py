"""Members of the management and their certificates of conduct (Norm 1.2.4, noot 4)."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.reporting.enums import VogState
from keurmerk.shared.models import Record
from rulebook.application import vog as rules
from rulebook.application.conduct import PROFILES

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class ManagerQuerySet(models.QuerySet["Manager"]):
    def for_user(self, user: "User | AnonymousUser") -> "ManagerQuerySet":
        return self.filter(school__in=School.objects.for_user(user))

    def on(self, day: date) -> "ManagerQuerySet":
        return self.filter(models.Q(until=None) | models.Q(until__gte=day))


class Manager(Record):
    """Somebody of whom a certificate is asked."""

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="managers")
    name = models.CharField("naam", max_length=200)
    function = models.CharField("functie", max_length=200)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot en met", null=True, blank=True)
    leads_centre = models.BooleanField(
        "leidt een talencentrum van een universiteit, hogeschool of ROC", default=False
    )
    entered_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[ManagerQuerySet] = ManagerQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "lid van het Management"
        verbose_name_plural = "leden van het Management"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def as_party(self) -> Party:
        """Without the name."""
        return Party("manager", str(self.public_id), f"lid van het Management van {self.school.name}")

    def as_rule(self) -> rules.Manager:
        return rules.Manager(name=self.name, leads_centre=self.leads_centre)


class Vog(Record):
    """As the school typed it over, and as staff saw it. A newer one takes its place; none is changed."""

    manager = models.ForeignKey(Manager, on_delete=models.PROTECT, related_name="vogs")
    issued_on = models.DateField("afgegeven op")
    profile = models.CharField("profiel", max_length=20, choices=PROFILES)
    name = models.CharField("naam op de VOG", max_length=200)
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField("aangeleverd op")
    given_by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, related_name="+")
    task = models.OneToOneField("certification.Task", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("stand", max_length=20, choices=VogState, default=VogState.GIVEN)
    judged_on = models.DateField("bekeken op", null=True, blank=True)
    judged_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    remark = models.TextField("opmerking", blank=True, max_length=4_000)

    class Meta:
        verbose_name = "VOG"
        verbose_name_plural = "VOG's"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=VogState.values), name="vog_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=VogState.GIVEN, judged_on=None)
                | (~models.Q(state=VogState.GIVEN) & models.Q(judged_on__isnull=False)),
                name="vog_judged_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"VOG van {self.issued_on}"

    def as_party(self) -> Party:
        return Party("vog", str(self.public_id), f"VOG van {self.issued_on}")

    @property
    def good_until(self) -> date:
        return rules.good_until(self.issued_on)

    @property
    def renew_by(self) -> date:
        return rules.renew_by(self.issued_on)

    def as_rule(self) -> rules.Vog:
        return rules.Vog(issued_on=self.issued_on, profile=self.profile, name=self.name)
