from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "keurmerk.organisations"
    verbose_name = "organisaties"
