from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "keurmerk.web"
    verbose_name = "schermen"
