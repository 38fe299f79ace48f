from django.apps import AppConfig


class DispensationsConfig(AppConfig):
    name = "keurmerk.dispensations"
    verbose_name = "ontheffingen"
