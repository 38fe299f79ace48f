"""The inquiry into the persons behind an applicant, and the intake talk (§2.4)."""

from django.db import models

from keurmerk.applications.enums import TalkState
from keurmerk.shared.models import Record
from keurmerk.shared.sealed import SealedJSONField


class InquiryEntry(Record):
    """One source that somebody consulted about one person or body."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="inquiry"
    )
    about = SealedJSONField("over wie")
    """The name as the applicant gave it."""
    source = models.CharField("bron", max_length=200)
    finding = SealedJSONField("wat er gevonden is")
    concern = models.BooleanField("geeft reden tot zorg", default=False)
    looked_on = models.DateField("geraadpleegd op")
    looked_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "bevinding in het onderzoek"
        verbose_name_plural = "bevindingen in het onderzoek"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.source


class IntakeTalk(Record):
    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="talks"
    )
    state = models.CharField("stand", max_length=12, choices=TalkState, default=TalkState.INVITED)
    invited_on = models.DateField("uitgenodigd op")
    at = models.DateTimeField("dag en tijd")
    place = models.CharField("plaats of link", max_length=300)
    interpreter = models.CharField("tolk in de taal", max_length=60, blank=True)
    """Empty when none is needed; the scheme itself corresponds in Dutch only."""
    present = models.TextField("aanwezig", max_length=1_000, blank=True)
    report = models.TextField("verslag", max_length=20_000, blank=True)
    concern = models.BooleanField("geeft reden tot afwijzing", default=False)
    closed_on = models.DateField("afgerond op", null=True, blank=True)
    closed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "intakegesprek"
        verbose_name_plural = "intakegesprekken"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(state=TalkState.INVITED),
                name="talk_one_planned",
            ),
            models.CheckConstraint(condition=models.Q(state__in=TalkState.values), name="talk_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} op {self.at:%d-%m-%Y}"
