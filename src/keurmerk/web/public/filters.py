"""Finding norms: words to search for and the facets of the list. Unknown values are ignored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from keurmerk.web.components.words import ACTS, CERTIFICATES, MAIN_NORMS, SELF_EMPLOYED
from rulebook.norms.norm_page import CatalogueNorm

SEARCH = "zoek"


@dataclass(frozen=True, slots=True)
class Facet:
    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    holds: Callable[[CatalogueNorm, str], bool]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A facet with the option the reader chose ('' for any) and the address without that choice."""

    facet: Facet
    value: str
    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Filter:
    search: str
    facets: tuple[Chosen, ...]

    @property
    def active(self) -> tuple[Chosen, ...]:
        return tuple(chosen for chosen in self.facets if chosen.value)

    def apply(self, norms: Sequence[CatalogueNorm]) -> list[CatalogueNorm]:
        wanted = self.search.casefold().split()
        return [
            norm
            for norm in norms
            if all(chosen.facet.holds(norm, chosen.value) for chosen in self.active)
            and all(word in haystack(norm) for word in wanted)
        ]


def yes_or_no(holds: Callable[[CatalogueNorm], object]) -> Callable[[CatalogueNorm, str], bool]:
    return lambda norm, value: bool(holds(norm)) == (value == "ja")


YES_NO = (("ja", "ja"), ("nee", "nee"))
FACETS: tuple[Facet, ...] = (
    Facet(
        "hoofdnorm",
        "Hoofdnorm",
        tuple((str(number or "overig"), words) for number, words in MAIN_NORMS.items()),
        lambda norm, value: str(norm.main_norm or "overig") == value,
    ),
    Facet("materieel", "Materiële Norm", YES_NO, yes_or_no(lambda norm: norm.material)),
    Facet(
        "toetsing",
        "Toetsing",
        (("berekend", "berekend"), ("handmatig", "door een auditor")),
        lambda norm, value: (norm.judged_by is not None) == (value == "berekend"),
    ),
    Facet(
        "wet",
        "Wet",
        tuple(ACTS.items()),
        lambda norm, value: value in norm.audience.acts,
    ),
    Facet(
        "verblijf",
        "Cursisten",
        (("asielstatushouder", "asielstatushouders"), ("anderen", "andere inburgeraars")),
        lambda norm, value: any(
            (residence == "asielstatushouder") == (value == "asielstatushouder")
            for residence in norm.audience.residences
        ),
    ),
    Facet(
        "keurmerk",
        "Keurmerk",
        tuple(CERTIFICATES.items()),
        lambda norm, value: value in norm.audience.certificates,
    ),
    Facet(
        "zzp",
        "Voor een zzp'er",
        tuple((code.value, words) for code, words in SELF_EMPLOYED.items()),
        lambda norm, value: norm.audience.self_employed.value == value,
    ),
    Facet("oval", "Alleen voor OVAL-leden", YES_NO, yes_or_no(lambda norm: norm.audience.oval_members_only)),
    Facet("gewijzigd", "Gewijzigd in 2025", YES_NO, yes_or_no(lambda norm: norm.changes_2025)),
)


def filter_of(get: QueryDict) -> Filter:
    return Filter(
        search=get.get(SEARCH, "").strip(),
        facets=tuple(_chosen(facet, get) for facet in FACETS),
    )


def haystack(norm: CatalogueNorm) -> str:
    """What a search looks through. A number is found with and without its paragraph sign."""
    parts = (norm.number, norm.title, norm.topic, norm.asks, norm.tested, *norm.evidence, *norm.readings)
    return " ".join((*parts, f"§{norm.paragraph}", "materiële norm" if norm.material else "")).casefold()


def _chosen(facet: Facet, get: QueryDict) -> Chosen:
    asked = get.get(facet.key, "")
    words = dict(facet.options).get(asked)
    rest = get.copy()
    rest.pop(facet.key, None)
    return Chosen(facet, asked if words else "", words or "", f"?{rest.urlencode()}")
