from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "keurmerk.assessments"
    verbose_name = "beoordelingen"
