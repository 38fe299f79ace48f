from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "keurmerk.shared"
    verbose_name = "gedeeld"
