"""The mails of certification."""

from keurmerk.certification.messages import decisions, objections, plans
from keurmerk.messaging.texts import register

register(*decisions.TEXTS, *plans.TEXTS, *objections.TEXTS)
