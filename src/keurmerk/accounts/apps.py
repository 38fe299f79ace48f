from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "keurmerk.accounts"
    verbose_name = "accounts"
