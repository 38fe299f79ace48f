"""One attempt of a school to deliver its dossier of a measuring period."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.accounts.enums import Role
from keurmerk.intake.schema import BY_NAME
from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.results.enums import IN_USE, UploadState
from keurmerk.results.models.periods import OverPeriod
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


def in_table_order(counts: dict[str, int]) -> dict[str, int]:
    """PostgreSQL gives the keys of JSON in an order of its own."""
    return {table: counts[table] for table in ("", *BY_NAME) if table in counts}


class UploadQuerySet(models.QuerySet["Upload"]):
    def for_user(self, user: "User | AnonymousUser") -> "UploadQuerySet":
        """Schools see their own, staff all, an auditor what assigned schools committed: no drafts."""
        seen = self.filter(school__in=School.objects.for_user(user))
        if getattr(user, "role", None) == Role.AUDITOR:
            return seen.filter(state=UploadState.COMMITTED)
        return seen

    def newest_first(self) -> "UploadQuerySet":
        return self.order_by("-number")


class Upload(OverPeriod, Record):
    """Numbered per school and never overwritten; its contents are kept apart, encrypted (KeptFile).

    Written by results.service only. `phase` is a Dutch sentence for the progress bar, `failure` one for a
    check that could not be finished. `problem_counts` tells how many problems per table (Dutch name, or an
    empty name for the file as a whole); the problems themselves hold values and are kept encrypted.
    """

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="uploads")
    number = models.PositiveIntegerField("nummer")
    filename = models.CharField("bestandsnaam", max_length=200, blank=True)
    size = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="uploads"
    )
    state = models.CharField(
        "stand", max_length=10, choices=UploadState, default=UploadState.RECEIVED, db_default="received"
    )
    progress = models.PositiveSmallIntegerField("voortgang in procenten", default=0)
    phase = models.CharField("stap", max_length=200, blank=True)
    failure = models.CharField("waarom de controle niet lukte", max_length=400, blank=True)
    check_token = models.UUIDField(null=True, editable=False)
    """Of the check that runs now; a check that was overtaken finds another one and stops."""
    touched_at = models.DateTimeField("laatste teken van leven", auto_now_add=True)
    problems_by_table = models.JSONField("fouten per tabel", default=dict, blank=True)
    warnings = models.JSONField("waarschuwingen", default=list, blank=True)
    rows_by_table = models.JSONField("rijen per tabel", default=dict, blank=True)
    snapshot_hash = models.CharField(max_length=64, blank=True)

    objects: ClassVar[UploadQuerySet] = UploadQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "aanlevering"
        verbose_name_plural = "aanleveringen"
        ordering = ["school", "-number"]
        indexes = [models.Index(fields=["state", "touched_at"], name="upload_by_state")]
        constraints = [
            *OverPeriod.Meta.constraints,
            models.UniqueConstraint(fields=["school", "number"], name="upload_number_once"),
            models.UniqueConstraint(
                fields=["school", "period_first", "period_last", "sha256"],
                condition=models.Q(state__in=sorted(IN_USE - {UploadState.REFUSED})),
                name="upload_same_file_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=UploadState.values), name="upload_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(progress__gte=0, progress__lte=100), name="upload_progress_in_percents"
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="upload_numbers_start_at_one"),
        ]

    def __str__(self) -> str:
        return f"aanlevering {self.number}"

    def as_party(self) -> Party:
        return Party("upload", str(self.public_id), f"{self.school.name}, aanlevering {self.number}")

    @property
    def row_counts(self) -> dict[str, int]:
        return in_table_order(self.rows_by_table)

    @property
    def problem_counts(self) -> dict[str, int]:
        return in_table_order(self.problems_by_table)

    @property
    def problem_count(self) -> int:
        return sum(self.problems_by_table.values())

    @property
    def under_way(self) -> bool:
        return self.state in {UploadState.RECEIVED, UploadState.CHECKING}
