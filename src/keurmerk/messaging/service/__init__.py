"""Every write of messages. Other apps queue; the worker, bounces and staff do the rest."""

from keurmerk.messaging.service.forgetting import delete_contents
from keurmerk.messaging.service.queueing import address_of, queue
from keurmerk.messaging.service.resending import resend
from keurmerk.messaging.service.sending import (
    claim,
    mark_bounced,
    mark_refused,
    mark_sent,
    mark_unsendable,
    put_back,
)

__all__ = [
    "address_of",
    "claim",
    "delete_contents",
    "mark_bounced",
    "mark_refused",
    "mark_sent",
    "mark_unsendable",
    "put_back",
    "queue",
    "resend",
]
