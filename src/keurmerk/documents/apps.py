from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "keurmerk.documents"
    verbose_name = "documenten"
