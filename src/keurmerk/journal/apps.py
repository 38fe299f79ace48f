from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "keurmerk.journal"
    verbose_name = "journaal"
