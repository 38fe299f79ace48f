"""The mails of dispensations: each tells a school what happened to what it asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from keurmerk.dispensations.models import Dispensation
from keurmerk.messaging.texts import Text, register
from keurmerk.organisations.models import School

PACKAGE = "keurmerk.dispensations"
EXAMPLE: Mapping[str, Any] = {
    "school": "Taalschool De Brug",
    "reference": "K-000012",
    "nature": "ontheffing",
    "title": "ONA-docent zonder een van de genoemde diploma's",
}


def _newest(school: School, **wanted: Any) -> tuple[Dispensation, dict[str, Any]] | None:
    found = Dispensation.objects.filter(school=school, **wanted).defer("letter_html").first()
    if found is None:
        return None
    return found, {
        "school": school.name,
        "reference": found.reference,
        "nature": found.nature,
        "title": found.kind_.title,
    }


def _more(school: School) -> Mapping[str, Any] | None:
    found = _newest(school, repair_asked_on__isnull=False)
    return found and {**found[1], "missing": found[0].repair_asked, "repair_by": found[0].repair_by}


def _decided(school: School) -> Mapping[str, Any] | None:
    found = _newest(school, decided_on__isnull=False)
    return found and {
        **found[1],
        "granted": found[0].valid_from is not None,
        "valid_from": found[0].valid_from,
        "valid_until": found[0].valid_until,
    }


def _ending(school: School) -> Mapping[str, Any] | None:
    found = _newest(school, valid_until__isnull=False)
    return found and {**found[1], "valid_until": found[0].valid_until}


def _ended(school: School) -> Mapping[str, Any] | None:
    found = _newest(school, state="beeindigd")
    return found and {**found[1], "from_day": found[0].ended_on, "because": found[0].ended_because}


register(
    Text(
        PACKAGE,
        "school_dispensation_received",
        "Verzoek om ontheffing ontvangen",
        "de school vraagt een uitzondering of ontheffing",
        {**EXAMPLE, "decide_by": date(2026, 5, 26)},
    ),
    Text(
        PACKAGE,
        "school_dispensation_more",
        "Verzoek om ontheffing aanvullen",
        "Blik op Werk vraagt de school om aanvulling",
        {**EXAMPLE, "missing": "Het diploma van de docent.", "repair_by": date(2026, 4, 14)},
        _more,
    ),
    Text(
        PACKAGE,
        "school_dispensation_decided",
        "Besluit op een verzoek om ontheffing",
        "Blik op Werk besluit; de brief gaat mee",
        {
            **EXAMPLE,
            "granted": True,
            "valid_from": date(2026, 4, 1),
            "valid_until": date(2026, 12, 31),
        },
        _decided,
    ),
    Text(
        PACKAGE,
        "school_dispensation_ending",
        "Ontheffing eindigt binnenkort",
        "een ontheffing eindigt over dertig dagen",
        {**EXAMPLE, "valid_until": date(2026, 12, 31)},
        _ending,
    ),
    Text(
        PACKAGE,
        "school_dispensation_ended",
        "Ontheffing eerder beëindigd",
        "Blik op Werk laat een ontheffing eerder eindigen",
        {**EXAMPLE, "from_day": date(2026, 6, 1), "because": "De docent werkt niet meer bij de school."},
        _ended,
    ),
)
