from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "keurmerk.messaging"
    verbose_name = "berichten"
