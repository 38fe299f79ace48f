from django.contrib import admin
from django.http import HttpRequest

from keurmerk.accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """To read; accounts are opened and closed by accounts.service, which writes the journal."""

    list_display = ("email", "name", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("email", "name")
    ordering = ("email",)
    exclude = ("password",)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:  # noqa: ARG002
        return False
