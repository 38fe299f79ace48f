from django.contrib import admin
from django.http import HttpRequest

from keurmerk.documents.models import Document


@admin.register(Document)
class DocumentAdmin(admin.ModelAdmin):
    """To read what there is; the contents open through the screens, which tell the journal."""

    list_display = (
        "title",
        "school",
        "kind",
        "media_type",
        "size",
        "for_school",
        "sealed",
        "scan",
        "created_at",
    )
    list_filter = ("kind", "media_type", "scan", "for_school", "sealed")
    list_select_related = ("school",)
    search_fields = ("title", "filename", "sha256", "school__name", "school__kvk_number")
    exclude = ("stored_as",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:  # noqa: ARG002
        return False
