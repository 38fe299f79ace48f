from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MessagingConfig(AppConfig):
    name = "keurmerk.messaging"
    verbose_name = "berichten"

    def ready(self) -> None:
        autodiscover_modules("messages")
