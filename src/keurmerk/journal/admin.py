from django.contrib import admin
from django.http import HttpRequest

from keurmerk.journal.models import Entry


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """To read; a line is never written by hand."""

    list_display = ("number", "happened_at", "actor_label", "kind", "subject_label", "ground")
    list_filter = ("kind", "subject_type")
    search_fields = ("subject_id", "subject_label", "actor_id")
    ordering = ("-number",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:  # noqa: ARG002
        return False
