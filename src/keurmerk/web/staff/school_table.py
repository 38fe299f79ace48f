"""The columns of the list of schools, and its filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html

from keurmerk.organisations.enums import CertificateKind
from keurmerk.web.components import dutch
from keurmerk.web.components.pieces import look
from keurmerk.web.components.tables import Column
from keurmerk.web.components.verdicts import ADVICE
from keurmerk.web.outcomes.school_lines import SchoolLine

ADVICE_PARAMETER, CERTIFICATE_PARAMETER = "advies", "keurmerk"
WITHOUT = "geen"


@dataclass(frozen=True, slots=True)
class Filter:
    key: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


def named(line: SchoolLine) -> str:
    href = reverse("staff:school", args=[line.school.public_id])
    return format_html('<a href="{}">{}</a>', href, line.school.name)


COLUMNS: tuple[Column[SchoolLine], ...] = (
    Column("naam", "School", lambda line: line.school.name, show=named, names_row=True),
    Column("kvk", "KvK-nummer", lambda line: line.school.kvk_number),
    Column("keurmerk", "Keurmerk", lambda line: line.school.get_certificate_display()),
    Column("advies", "Laatste advies", lambda line: line.look.words, show=lambda line: look(line.look)),
    Column(
        "periode",
        "Over Meetperiode",
        lambda line: line.period.first if line.period else None,
        show=lambda line: dutch.period(line.period.first, line.period.last) if line.period else "–",
    ),
    Column("beoordelen", "Beoordelen uiterlijk", lambda line: line.judged_by),
)


def narrowed(lines: Sequence[SchoolLine], get: QueryDict) -> list[SchoolLine]:
    advice, certificate = get.get(ADVICE_PARAMETER, ""), get.get(CERTIFICATE_PARAMETER, "")
    return [
        line
        for line in lines
        if advice in ("", line.advice or WITHOUT) and certificate in ("", line.school.certificate)
    ]


def filters(get: QueryDict) -> tuple[Filter, ...]:
    advice = [(code, known.words) for code, known in ADVICE.items()] + [(WITHOUT, "nog geen uitkomst")]
    return tuple(
        Filter(key, label, tuple((code, words, get.get(key) == code) for code, words in options))
        for key, label, options in (
            (ADVICE_PARAMETER, "Laatste advies", advice),
            (CERTIFICATE_PARAMETER, "Keurmerk", CertificateKind.choices),
        )
    )
