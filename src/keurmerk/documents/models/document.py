"""A file with a legal life: a letter, an objection, a plan, evidence."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.documents.enums import OF_PERSONS, DocumentKind, MediaType, ScanState
from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record, StoredName

if TYPE_CHECKING:
    from keurmerk.accounts.models import User

MAX_FILENAME = 150
MAX_TITLE = 200
HEX = r"^[0-9a-f]{64}$"


class DocumentQuerySet(models.QuerySet["Document"]):
    def for_user(self, user: "User | AnonymousUser") -> "DocumentQuerySet":
        """Staff see all; a school, and an auditor assigned to it, what is of that school and not internal.

        What may be about persons only those of the school who sign for it see.
        """
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        if user.role == Role.STAFF:
            return self.all()
        of_school = self.filter(for_school=True, school__in=School.objects.for_user(user))
        return of_school.filter(~Q(kind__in=OF_PERSONS) | Q(school__in=School.objects.signed_by(user)))

    def present(self) -> "DocumentQuerySet":
        """Those whose contents are still kept."""
        return self.filter(removed_on=None)

    def newest_first(self) -> "DocumentQuerySet":
        return self.order_by("-pk")


class Document(Record):
    """Written by documents.service only, and never changed but for how long it is kept.

    The contents lie in the encrypted store under `stored_as`. When their time is over they go, with title and
    filename, which may hold names; the row stays, so that what refers to it stays whole.
    """

    school = models.ForeignKey(
        "organisations.School", on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    kind = models.CharField("soort", max_length=20, choices=DocumentKind)
    title = models.CharField("titel", max_length=MAX_TITLE, blank=True)
    filename = models.CharField("bestandsnaam", max_length=MAX_FILENAME, blank=True)
    media_type = models.CharField("bestandssoort", max_length=80, choices=MediaType)
    size = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField("vingerafdruk", max_length=64)
    stored_as = StoredName(null=True, editable=False)
    for_school = models.BooleanField("zichtbaar voor de school")
    sealed = models.BooleanField("verzegeld", default=False)
    scan = models.CharField("virusscan", max_length=16, choices=ScanState)
    added_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    keep_until = models.DateField("bewaren tot en met", db_index=True)
    removed_on = models.DateField("inhoud verwijderd op", null=True, blank=True)

    objects: ClassVar[DocumentQuerySet] = DocumentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["school", "kind"], name="document_of_school")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DocumentKind.values), name="document_kind_known"),
            models.CheckConstraint(
                condition=Q(media_type__in=MediaType.values), name="document_media_type_known"
            ),
            models.CheckConstraint(condition=Q(scan__in=ScanState.values), name="document_scan_known"),
            models.CheckConstraint(condition=Q(size__gt=0), name="document_not_empty"),
            models.CheckConstraint(condition=Q(sha256__regex=HEX), name="document_hash_is_a_hash"),
            models.CheckConstraint(
                condition=Q(for_school=False) | Q(school__isnull=False), name="document_for_school_has_school"
            ),
            models.CheckConstraint(
                condition=Q(sealed=False) | Q(media_type=MediaType.PDF), name="document_sealed_is_pdf"
            ),
            models.CheckConstraint(
                condition=Q(removed_on=None, stored_as__isnull=False) & ~Q(title="") & ~Q(filename="")
                | Q(removed_on__isnull=False, stored_as=None, title="", filename=""),
                name="document_kept_or_removed_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_kind_display()} (verwijderd)"

    def as_party(self) -> Party:
        """Without title and filename: they may hold the name of a person."""
        whose = f"{self.school.name}, " if self.school else ""
        return Party("document", str(self.public_id), f"{whose}{self.get_kind_display()}")

    @property
    def is_removed(self) -> bool:
        return self.removed_on is not None
