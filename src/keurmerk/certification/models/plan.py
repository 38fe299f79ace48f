"""An improvement plan, from request to result."""

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.shared.models import Record
from rulebook.lifecycle.states import PlanState
from rulebook.lifecycle.tables.plan import OPEN


class Plan(Record):
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="plans")
    certificate = models.ForeignKey(
        "certification.Certificate", on_delete=models.PROTECT, related_name="plans"
    )
    state = models.CharField(
        "status", max_length=40, choices=[(s.value, s.words) for s in PlanState], default=PlanState.NONE
    )
    grounds = models.JSONField("gronden", default=list)
    facts_text = models.TextField("feiten", blank=True, max_length=20_000)
    report_received_on = models.DateField("rapport ontvangen op", null=True, blank=True)
    """§6.2.2: after a classroom inspection the four weeks run from the day the school got the report."""
    letter = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_on = models.DateField("gevraagd op")
    file_by = models.DateField("indienen tot en met")
    filed_on = models.DateField("ingediend op", null=True, blank=True)
    late = models.BooleanField("te laat", default=False)
    causes = models.TextField("oorzaken", blank=True, max_length=20_000)
    measures = models.TextField("maatregelen", blank=True, max_length=20_000)
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    body_requested = models.BooleanField("certificerende instelling gevraagd", default=False)
    body_name = models.CharField("certificerende instelling", max_length=200, blank=True)
    referred_on = models.DateField("voorgelegd op", null=True, blank=True)
    body_advised_on = models.DateField("advies ontvangen op", null=True, blank=True)
    body_advice = models.TextField("advies van de instelling", blank=True, max_length=10_000)
    judged_on = models.DateField("beoordeeld op", null=True, blank=True)
    carry_out_by = models.DateField("uitgevoerd uiterlijk", null=True, blank=True)
    ended_on = models.DateField("afgesloten op", null=True, blank=True)
    end_reason = models.TextField("reden", blank=True, max_length=4000)

    class Meta:
        verbose_name = "plan van aanpak"
        verbose_name_plural = "plannen van aanpak"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in PlanState]), name="plan_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(filed_on=None) | models.Q(filed_on__gte=models.F("asked_on")),
                name="plan_filed_after_asked",
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=models.Q(state__in=sorted(state.value for state in OPEN)),
                name="plan_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"Plan van aanpak van zaak {self.case_id}"

    @property
    def state_(self) -> PlanState:
        return PlanState(self.state)

    def as_party(self) -> Party:
        return Party("plan", str(self.public_id), self.state_.words)
