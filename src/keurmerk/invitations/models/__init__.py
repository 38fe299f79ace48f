from keurmerk.invitations.models.invitation import Invitation

__all__ = ["Invitation"]
