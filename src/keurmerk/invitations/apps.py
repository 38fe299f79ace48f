from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    name = "keurmerk.invitations"
    verbose_name = "uitnodigingen"
