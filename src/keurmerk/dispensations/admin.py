"""To look, never to touch: a dispensation is decided by two people and never edited."""

from django.apps import apps
from django.contrib import admin

from keurmerk.certification.admin import ReadOnly

for _model in apps.get_app_config("dispensations").get_models():
    admin.site.register(_model, ReadOnly)
