from django.contrib import admin
from django.http import HttpRequest

from keurmerk.organisations.models import School


@admin.register(School)
class SchoolAdmin(admin.ModelAdmin):
    """To read; changes go through organisations.service, which writes the journal."""

    list_display = ("name", "kvk_number", "certificate", "self_employed", "oval_member", "fictional")
    list_filter = ("certificate", "self_employed", "oval_member", "fictional")
    search_fields = ("name", "kvk_number")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: School | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: School | None = None) -> bool:  # noqa: ARG002
        return False
