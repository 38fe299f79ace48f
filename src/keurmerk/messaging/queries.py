"""Reads for the screens of a case, a school and a receiver."""

from keurmerk.journal.party import Party, Recordable, party_of
from keurmerk.messaging.models import Message
from keurmerk.messaging.models.message import MessageQuerySet
from keurmerk.organisations.models import School


def for_about(about: Party | Recordable) -> MessageQuerySet:
    """Every message about this thing, newest first. Narrow it with .for_user for who looks."""
    party = party_of(about)
    return Message.objects.filter(about_type=party.type, about_id=party.id).newest_first()


def for_school(school: School) -> MessageQuerySet:
    return Message.objects.filter(school=school).newest_first()
