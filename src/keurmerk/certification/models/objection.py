"""An objection against a decision, and what a court said after it."""

from django.db import models

from keurmerk.certification.enums import CourtMatter, CourtOutcome, Manner
from keurmerk.journal.party import Party
from keurmerk.shared.models import Record
from rulebook.lifecycle.states import ObjectionState


class Objection(Record):
    case = models.OneToOneField("certification.Case", on_delete=models.PROTECT, related_name="objection")
    decision = models.ForeignKey(
        "certification.Decision", on_delete=models.PROTECT, related_name="objections"
    )
    state = models.CharField(
        "status",
        max_length=30,
        choices=[(s.value, s.words) for s in ObjectionState],
        default=ObjectionState.NONE,
    )
    manner = models.CharField("ingediend", max_length=10, choices=Manner)
    received_on = models.DateField("ontvangen op")
    posted_on = models.DateField("gepost op", null=True, blank=True)
    in_time = models.BooleanField("op tijd")
    in_time_because = models.TextField("waarom", blank=True)
    late_reason = models.TextField("reden van te laat", blank=True, max_length=4000)
    excused = models.BooleanField("verschoonbaar", null=True, blank=True)
    excused_because = models.TextField("waarom verschoonbaar of niet", blank=True, max_length=4000)
    by_school = models.BooleanField("door of namens de school", default=True)
    """The school is the addressee and so an interested party; of somebody else it is established."""
    interested_party = models.BooleanField("belanghebbende", null=True, blank=True)
    interest_because = models.TextField("waarom belanghebbende of niet", blank=True, max_length=4000)
    # the six demands (§7.10.1)
    objector = models.CharField("naam indiener", max_length=200, blank=True)
    address = models.TextField("adres indiener", blank=True, max_length=500)
    dated_on = models.DateField("dagtekening", null=True, blank=True)
    reference = models.CharField("kenmerk van het besluit", max_length=60, blank=True)
    for_another = models.BooleanField("namens een ander", default=False)
    authorised = models.BooleanField("machtiging bijgevoegd", default=False)
    arguments = models.TextField("gronden van bezwaar", blank=True, max_length=20_000)
    signed = models.BooleanField("ondertekend", default=False)
    repair_asked_on = models.DateField(null=True, blank=True)
    repair_by = models.DateField("herstellen tot en met", null=True, blank=True)
    repaired_on = models.DateField(null=True, blank=True)
    committee = models.BooleanField("commissie", default=False)
    committee_reported = models.BooleanField("commissie gemeld", default=False)
    postponed = models.BooleanField("verdaagd", default=False)
    postponed_because = models.TextField("waarom verdaagd", blank=True, max_length=4000)
    default_notice_on = models.DateField("ingebrekestelling ontvangen op", null=True, blank=True)
    heard_on = models.DateField("gehoord op", null=True, blank=True)
    report = models.TextField("verslag van de hoorzitting", blank=True, max_length=20_000)
    hearing_waived = models.TextField("waarom niet gehoord", blank=True, max_length=4000)
    committee_advice = models.TextField("advies van de commissie", blank=True, max_length=20_000)
    ended_on = models.DateField("afgesloten op", null=True, blank=True)
    filed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in ObjectionState]), name="objection_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(posted_on=None) | models.Q(posted_on__lte=models.F("received_on")),
                name="objection_posted_before_received",
            ),
            models.UniqueConstraint(
                fields=["decision"],
                condition=models.Q(by_school=True) & ~models.Q(state=ObjectionState.WITHDRAWN),
                name="objection_once_by_the_school",
            ),
        ]

    def __str__(self) -> str:
        return f"Bezwaar in zaak {self.case_id}"

    @property
    def state_(self) -> ObjectionState:
        return ObjectionState(self.state)

    def as_party(self) -> Party:
        return Party("objection", str(self.public_id), self.state_.words)


class CourtCase(Record):
    """Appeal or interim relief: what was asked, what the court said, what that did."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="court_cases")
    matter = models.CharField("soort", max_length=30, choices=CourtMatter)
    court = models.CharField("rechtbank", max_length=120)
    number = models.CharField("zaaknummer", max_length=60, blank=True)
    filed_on = models.DateField("ingediend op")
    outcome = models.CharField("uitkomst", max_length=20, choices=CourtOutcome, default=CourtOutcome.PENDING)
    decided_on = models.DateField("uitspraak op", null=True, blank=True)
    annuls = models.BooleanField("vernietigt het bestreden besluit zelf", default=False)
    """An appeal that is founded annuls the answer to the objection; only at times the first decision too."""
    consequence = models.TextField("gevolg", blank=True, max_length=4000)
    ended_on = models.DateField("voorziening geëindigd op", null=True, blank=True)

    class Meta:
        verbose_name = "gerechtelijke procedure"
        verbose_name_plural = "gerechtelijke procedures"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["objection", "matter"],
                condition=models.Q(outcome=CourtOutcome.PENDING),
                name="court_case_pending_once",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome=CourtOutcome.PENDING, decided_on=None)
                | (~models.Q(outcome=CourtOutcome.PENDING) & models.Q(decided_on__gte=models.F("filed_on"))),
                name="court_case_decided_after_filed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.number}"
