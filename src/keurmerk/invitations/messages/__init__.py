"""The mail of an invitation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from keurmerk.invitations.links import link_of
from keurmerk.invitations.models import Invitation
from keurmerk.messaging.texts import PERSONAL_LINK, Text, register
from keurmerk.organisations.models import School


def _of(school: School) -> Mapping[str, Any] | None:
    found = Invitation.objects.filter(school=school).first()
    if found is None:
        return None
    return {
        "school": school.name,
        "function": found.function_.label,
        "last_day": found.expires_on,
        "link": PERSONAL_LINK,
    }


register(
    Text(
        "keurmerk.invitations",
        "person_invited",
        "Uitnodiging om namens een school te werken",
        "een beheerder of Blik op Werk nodigt iemand uit",
        {
            "school": "Taalschool De Brug",
            "function": "beheerder",
            "last_day": date(2026, 5, 14),
            "link": PERSONAL_LINK,
        },
        _of,
        personal_link=link_of,
    )
)
