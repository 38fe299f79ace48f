from django.apps import AppConfig


class PersonsConfig(AppConfig):
    name = "keurmerk.persons"
    verbose_name = "personen"
