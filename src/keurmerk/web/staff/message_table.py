"""The columns of the list of messages, and how a state looks."""

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from keurmerk.messaging.enums import NOT_DELIVERED, MessageState
from keurmerk.messaging.models import Message
from keurmerk.messaging.models.message import MessageQuerySet
from keurmerk.messaging.texts import registered
from keurmerk.web.components.pieces import badge
from keurmerk.web.components.tables import Column, Query

STATE, KIND, SCHOOL = "stand", "soort", "school"
LOOKS = {
    MessageState.QUEUED: ("quiet", ""),
    MessageState.SENDING: ("quiet", ""),
    MessageState.SENT: ("good", "check"),
    MessageState.FAILED: ("bad", "warning"),
    MessageState.BOUNCED: ("bad", "left"),
}


def state_badge(message: Message) -> SafeString:
    tone, icon = LOOKS[MessageState(message.state)]
    return badge(message.get_state_display(), tone, icon)


def titles() -> dict[str, str]:
    return {text.kind: text.title for text in registered()}


def subject_linked(message: Message) -> SafeString:
    href = reverse("staff:message", args=[message.public_id])
    return format_html('<a href="{}">{}</a>', href, message.subject or "(verwijderd)")


def moment(message: Message) -> str:
    return f"{timezone.localtime(message.sent_at or message.created_at):%d-%m-%Y %H:%M}"


COLUMNS: tuple[Column[Message], ...] = (
    Column(
        "onderwerp",
        "Onderwerp",
        lambda message: message.subject,
        show=subject_linked,
        names_row=True,
        sortable=False,
    ),
    Column("stand", "Stand", lambda message: message.state, show=state_badge, sortable=False),
    Column("aan", "Aan", lambda message: message.address or None, sortable=False),
    Column("waarover", "Waarover", lambda message: message.about_label or None, sortable=False),
    Column(
        "wanneer", "Gemaakt of verstuurd", lambda message: message.created_at, show=moment, sortable=False
    ),
    Column("pogingen", "Pogingen", lambda message: message.attempts, numeric=True, sortable=False),
)


def narrowed(found: MessageQuerySet, get: QueryDict) -> MessageQuerySet:
    """What the filters in the address ask for; an unknown value finds nothing."""
    for parameter, field in ((STATE, "state"), (KIND, "kind")):
        if wanted := get.get(parameter, ""):
            found = found.filter(**{field: wanted})
    if searched := Query.of(get).search:
        found = found.mentioning(searched)
    return found


def page_of(found: MessageQuerySet, start: int, size: int) -> list[Message]:
    """What did not arrive comes first, the rest by age: two reads along an index, not one big sort."""
    trouble = found.filter(state__in=NOT_DELIVERED).newest_first()
    others = found.exclude(state__in=NOT_DELIVERED).newest_first()
    first = list(trouble[start : start + size])
    skipped = max(start - trouble.count(), 0)
    return first + list(others[skipped : skipped + size - len(first)])


def filters(get: QueryDict) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Each as (parameter, label, options with their words and whether they are chosen)."""
    kinds = sorted(titles().items(), key=lambda item: item[1])
    return [
        (key, label, [(code, words, get.get(key) == code) for code, words in options])
        for key, label, options in (
            (STATE, "Stand", MessageState.choices),
            (KIND, "Soort", kinds),
        )
    ]
