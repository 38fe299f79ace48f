from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "keurmerk.applications"
    verbose_name = "aanvragen"
