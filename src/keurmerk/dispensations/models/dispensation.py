"""An exception or dispensation of one school: asked, judged, decided, and dated."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.dispensations.enums import EFFECTS, KINDS, Advice, State
from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record
from rulebook.dispensations import Effect, Kind, kind_of
from rulebook.kernel.period import MeasuringPeriod

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User

LONGEST = 20_000


def _who() -> models.ForeignKey:
    return models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )


def _prose(label: str) -> models.TextField:
    return models.TextField(label, max_length=LONGEST, blank=True)


class DispensationQuerySet(models.QuerySet["Dispensation"]):
    def for_user(self, user: "User | AnonymousUser") -> "DispensationQuerySet":
        return self.filter(school__in=School.objects.for_user(user))

    def newest_first(self) -> "DispensationQuerySet":
        return self.order_by("-pk")


class Dispensation(Record):
    """Written by dispensations.service only. What was decided stays; it can only be ended early."""

    case = models.OneToOneField("certification.Case", on_delete=models.PROTECT, related_name="dispensation")
    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="dispensations")
    kind = models.CharField("soort", max_length=40, choices=KINDS)
    reference = models.CharField("kenmerk", max_length=30, unique=True)
    state = models.CharField("stand", max_length=20, choices=State, default=State.ASKED)

    named = models.CharField("voor wie of wat", max_length=200, blank=True)
    """The teacher, course or test; the name of a person goes when the texts of the case go."""
    code = models.CharField("code in de aanlevering", max_length=100, blank=True)
    """docent_id or groep, so that the delivered rows can be found."""
    text = _prose("toelichting")
    period_first = models.DateField("Meetperiode vanaf", null=True, blank=True)
    period_last = models.DateField("Meetperiode tot en met", null=True, blank=True)
    wanted_from = models.DateField("gevraagd vanaf")
    wanted_until = models.DateField("gevraagd tot en met", null=True, blank=True)
    asked_on = models.DateField("gevraagd op")
    asked_by = _who()
    ask_by = models.DateField("uiterlijk te vragen op", null=True, blank=True)
    late_because = _prose("waarom te laat")

    repair_asked = _prose("wat ontbreekt")
    repair_asked_on = models.DateField("aanvulling gevraagd op", null=True, blank=True)
    repair_by = models.DateField("aanvullen uiterlijk", null=True, blank=True)
    repaired_on = models.DateField("aangevuld op", null=True, blank=True)
    repair_text = _prose("aanvulling")

    advice = models.CharField("advies", max_length=20, choices=Advice, blank=True)
    advice_text = _prose("waarom dit advies")
    advised_by = _who()
    advised_on = models.DateField("geadviseerd op", null=True, blank=True)

    decided_by = _who()
    decided_on = models.DateField("beslist op", null=True, blank=True)
    reasons = _prose("waarom dit besluit")
    conditions = _prose("voorwaarden")
    valid_from = models.DateField("geldt vanaf", null=True, blank=True)
    valid_until = models.DateField("geldt tot en met", null=True, blank=True)
    letter = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    letter_html = models.TextField(blank=True)

    ended_on = models.DateField("geëindigd op", null=True, blank=True)
    ended_because = _prose("waarom geëindigd")
    ended_by = _who()
    reminded_on = models.DateField("herinnerd op", null=True, blank=True)

    objects: ClassVar[DispensationQuerySet] = DispensationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "ontheffing"
        verbose_name_plural = "ontheffingen"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["school", "state"], name="dispensation_of_school"),
            models.Index(
                fields=["valid_until"],
                condition=models.Q(state=State.GRANTED, reminded_on=None),
                name="dispensation_ending",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[code for code, _ in KINDS]), name="dispensation_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="dispensation_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="dispensation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("advised_by")),
                name="dispensation_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[State.GRANTED, State.ENDED])
                | models.Q(valid_from__isnull=False, decided_on__isnull=False),
                name="dispensation_granted_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def kind_(self) -> Kind:
        return kind_of(self.kind)

    @property
    def state_(self) -> State:
        return State(self.state)

    @property
    def period(self) -> MeasuringPeriod | None:
        if self.period_first is None or self.period_last is None:
            return None
        return MeasuringPeriod(self.period_first, self.period_last)

    @property
    def late(self) -> bool:
        return self.ask_by is not None and self.asked_on > self.ask_by

    @property
    def nature(self) -> str:
        """'uitzondering' or 'ontheffing'."""
        return self.kind_.nature.value

    def as_party(self) -> Party:
        """Without what it names: that may be a person."""
        return Party("dispensation", str(self.public_id), self.reference)


class DispensationNorm(Record):
    """A norm that it touches, and what it does to that norm; `granted` is None until it is decided."""

    dispensation = models.ForeignKey(Dispensation, on_delete=models.CASCADE, related_name="norms")
    norm = models.CharField(max_length=20)
    effect = models.CharField("gevolg", max_length=20, choices=EFFECTS, blank=True)
    other_limit = models.DecimalField("andere grens", max_digits=7, decimal_places=2, null=True, blank=True)
    granted = models.BooleanField("verleend", null=True, blank=True)

    class Meta:
        verbose_name = "Norm van een ontheffing"
        verbose_name_plural = "Normen van ontheffingen"
        ordering = ["norm"]
        constraints = [
            models.UniqueConstraint(fields=["dispensation", "norm"], name="dispensation_norm_once"),
            models.CheckConstraint(
                condition=models.Q(effect__in=["", *(code for code, _ in EFFECTS)]),
                name="dispensation_effect_known",
            ),
        ]

    def __str__(self) -> str:
        return self.norm

    @property
    def effect_(self) -> Effect:
        return Effect(self.effect)
