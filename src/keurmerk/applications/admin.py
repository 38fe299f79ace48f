"""To look, never to touch: everything goes through the services, which write the journal."""

from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

HIDDEN = {"answer": ("values",), "inquiryentry": ("about", "finding")}
"""Sealed: read on the pages of the application only, where reading is told."""


class ReadOnly(admin.ModelAdmin):
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False


for _model in apps.get_app_config("applications").get_models():
    _name = _model._meta.model_name or ""  # noqa: SLF001
    admin.site.register(_model, type(f"{_name}Admin", (ReadOnly,), {"exclude": HIDDEN.get(_name, ())}))
