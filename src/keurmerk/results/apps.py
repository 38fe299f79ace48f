from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "keurmerk.results"
    verbose_name = "aanleveringen"
