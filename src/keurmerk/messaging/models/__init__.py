from keurmerk.messaging.models.attachment import Attachment
from keurmerk.messaging.models.message import Message

__all__ = ["Attachment", "Message"]
