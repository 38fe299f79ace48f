"""A file in the encrypted store, and until when it may stay there."""

from django.db import models

from keurmerk.results.enums import FileKind
from keurmerk.shared.models import Record, StoredName


class KeptFile(Record):
    """The row goes together with the file; `sha256` and `size` are of the contents as they were given."""

    upload = models.ForeignKey("results.Upload", on_delete=models.PROTECT, related_name="files")
    kind = models.CharField("wat", max_length=12, choices=FileKind)
    name = StoredName()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("grootte in bytes")
    keep_until = models.DateField("bewaren tot en met", db_index=True)

    class Meta:
        verbose_name = "bewaard bestand"
        verbose_name_plural = "bewaarde bestanden"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=FileKind.values), name="kept_file_kind_known"),
            models.UniqueConstraint(
                fields=["upload", "kind"],
                condition=models.Q(kind__in=["original", "personal", "problems", "snapshot"]),
                name="kept_file_once_per_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} tot en met {self.keep_until}"
