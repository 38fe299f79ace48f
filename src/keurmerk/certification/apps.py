from django.apps import AppConfig


class CertificationConfig(AppConfig):
    name = "keurmerk.certification"
    verbose_name = "keurmerken"
