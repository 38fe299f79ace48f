"""Template tags of the components: `{% load keurmerk %}`. Each partial tells at its top what it takes.

From components/pieces.py: the tags icon, badge, verdict, look, norm_chip, paragraph_chip, the blocks notice
and empty_state, the filters readings_linked and coded. Here: meter, stars, star_breakdown, data_table, pager,
progress, term, stored_term, timeline, why_not, audience, main_navigation, demo_data, may, and the filters
day, number, percent, euro.
"""

from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from keurmerk.web import navigation
from keurmerk.web.components import dutch, pieces
from keurmerk.web.components.meter import Meter
from keurmerk.web.components.navigation import links
from keurmerk.web.components.paging import Pager
from keurmerk.web.components.stars import Stars
from keurmerk.web.components.tables import Table
from keurmerk.web.components.terms import ShownTerm, plain_term
from keurmerk.web.components.timeline import Timeline
from keurmerk.web.outcomes import allowances

register = template.Library()

for piece in (
    pieces.icon,
    pieces.badge,
    pieces.verdict,
    pieces.look,
    pieces.norm_chip,
    pieces.paragraph_chip,
):
    register.simple_tag(piece)
for block in (pieces.notice, pieces.empty_state):
    register.simple_block_tag(block)
for words in (pieces.readings_linked, pieces.coded):
    register.filter(words.__name__, words)


@register.inclusion_tag("components/meter.html")
def meter(meter: Meter, edition: str = "", level: int = 3) -> dict[str, Any]:
    return {"meter": meter, "edition": edition, "level": level}


@register.inclusion_tag("components/stars.html")
def stars(stars: Stars) -> dict[str, Any]:
    return {"stars": stars}


@register.inclusion_tag("components/star_breakdown.html")
def star_breakdown(stars: Stars) -> dict[str, Any]:
    return {"stars": stars}


@register.inclusion_tag("components/table.html")
def data_table(table: Table) -> dict[str, Any]:
    return {"table": table}


@register.inclusion_tag("components/pager.html")
def pager(pager: Pager, label: str = "Pagina's") -> dict[str, Any]:
    return {"pager": pager, "label": label}


@register.inclusion_tag("components/progress.html")
def progress(done: int, total: int, label: str) -> dict[str, Any]:
    """Done of total; total 0 means that it is not known how much there is."""
    share = min(done * 100 // total, 100) if total else 0
    return {
        "label": label,
        "share": share,
        "words": dutch.ratio(done, total) if total else "bezig",
        "total": total,
    }


@register.inclusion_tag("components/term.html")
def term(ends: date, today: date, starts: str, ground: str = "", moved: str = "") -> dict[str, Any]:
    """A date that counts: what starts it, what moved it, and on which ground. 'Today' is always given."""
    return {"term": plain_term(ends, today, starts, ground, moved)}


@register.inclusion_tag("components/term.html")
def stored_term(term: ShownTerm) -> dict[str, Any]:
    return {"term": term}


@register.inclusion_tag("components/timeline.html")
def timeline(timeline: Timeline) -> dict[str, Any]:
    return {"timeline": timeline}


@register.inclusion_tag("components/why_not.html")
def why_not(label: str, reason: str, href: str = "", link: str = "") -> dict[str, Any]:
    """An act that is not possible now stays in sight and says what or who is needed."""
    return {"label": label, "reason": reason, "href": href, "link": link, "ident": f"waarom-{hash_of(label)}"}


@register.inclusion_tag("components/audience.html")
def audience(groups: list[tuple[str, list[tuple[str, bool | None]]]]) -> dict[str, Any]:
    """For whom something holds, by kind: (words, ja, nee or deels)."""
    return {"groups": groups}


@register.inclusion_tag("layout/navigation.html", takes_context=True)
def main_navigation(context: Context) -> dict[str, Any]:
    """Error pages have no request: then only what is for everybody."""
    request = context.get("request")
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    items = navigation.ITEMS if signed_in else tuple(item for item in navigation.ITEMS if not item.roles)
    return {
        "links": links(items, user, request.path if request else ""),
        "user": user if signed_in else None,
        "csrf_token": context.get("csrf_token"),
        "sign_in": reverse("account_login"),
        "at_sign_in": request is not None and request.path == reverse("account_login"),
    }


@register.simple_tag(takes_context=True)
def may(context: Context, permission: str, thing: object) -> bool:
    """Whether who looks has this permission on this thing: `{% may permission thing as name %}`."""
    return bool(context["request"].user.has_perm(permission, thing))


@register.simple_tag(takes_context=True)
def allowed(context: Context, norm: str, length: str = allowances.LONG) -> SafeString:
    """What is allowed beside this norm; in a page that is kept, the mark where that comes."""
    known = context.get("allowances")
    return allowances.mark(norm, length) if known is None else known.html(norm, length)


@register.simple_tag
def demo_data() -> bool:
    """Whether the banner must say that schools and persons are made up."""
    return bool(getattr(settings, "DEMO_DATA", False))


@register.filter
def day(value: date | None) -> str:
    return dutch.day(value) if value else ""


@register.filter
def number(value: dutch.Number | None) -> str:
    return "–" if value is None else dutch.number(value)


@register.filter
def percent(value: dutch.Number | None) -> str:
    return "–" if value is None else dutch.percent(value)


@register.filter
def euro(value: dutch.Number | None) -> str:
    return "–" if value is None else dutch.euro(value)


def hash_of(text: str) -> str:
    """A name for an id in the page, the same at every request."""
    return "".join(character if character.isalnum() else "-" for character in text.casefold())
