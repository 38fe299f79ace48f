from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SharedConfig(AppConfig):
    name = "keurmerk.shared"
    verbose_name = "gedeeld"

    def ready(self) -> None:
        autodiscover_modules("permissions", "retention", "chores")
