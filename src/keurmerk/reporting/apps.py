from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "keurmerk.reporting"
    verbose_name = "meldingen"
