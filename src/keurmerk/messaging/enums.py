"""Where a message stands on its way to the mail server."""

from django.db import models


class MessageState(models.TextChoices):
    QUEUED = "queued", "in de wachtrij"
    SENDING = "sending", "wordt verstuurd"
    SENT = "sent", "verstuurd"
    FAILED = "failed", "niet gelukt"
    BOUNCED = "bounced", "teruggekomen"


UNDER_WAY = frozenset({MessageState.QUEUED, MessageState.SENDING})
"""Only these a worker looks at; SENDING too, because a worker can be killed halfway."""

NOT_DELIVERED = frozenset({MessageState.FAILED, MessageState.BOUNCED})
"""Nothing happens by itself any more: somebody has to look, and may send it again."""
