"""Template tags of the components: `{% load keurmerk %}`. Each partial tells at its top what it takes.

Inline pieces: icon, verdict, badge, norm_chip, paragraph_chip, verdicts legend. Blocks: notice, empty_state.
Whole components: meter, stars, star_breakdown, data_table, pager, progress, term, why_not, search_field.
"""

import re
from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from keurmerk.web import navigation
from keurmerk.web.components import dutch
from keurmerk.web.components.icons import ICONS
from keurmerk.web.components.meter import Meter
from keurmerk.web.components.navigation import links
from keurmerk.web.components.paging import Pager
from keurmerk.web.components.stars import Stars
from keurmerk.web.components.tables import Table
from keurmerk.web.components.verdicts import VERDICTS, Look

register = template.Library()

READING = re.compile(r"\b(I-(?:\d{2}|B\d))\b")
NOTICE_ICONS = {"info": "info", "good": "check", "warn": "warning", "bad": "cross"}
MESSAGE_TONES = {"debug": "info", "success": "good", "warning": "warn", "error": "bad"}  # Django's own levels


@register.simple_tag
def icon(name: str, *, filled: bool = False) -> SafeString:
    """A drawing beside words: hidden from screen readers, since the words are there."""
    shape = ICONS[name]  # constants of ours, never input
    kind = "icon icon--filled" if filled else "icon"
    drawing = f'<svg class="{kind}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape}</svg>'
    return mark_safe(drawing)  # noqa: S308


@register.simple_tag
def badge(words: str, tone: str = "quiet", icon_name: str = "") -> SafeString:
    drawing = icon(icon_name) if icon_name else ""
    return format_html('<span class="badge badge--{}">{}{}</span>', tone, drawing, words)


@register.simple_tag
def verdict(code: str) -> SafeString:
    """The oordeel as a badge: shape, words and tone."""
    return look(VERDICTS[code])


@register.simple_tag
def look(value: Look) -> SafeString:
    return badge(value.words, value.tone, value.icon)


@register.simple_tag
def norm_chip(number: str, edition: str = "") -> SafeString:
    """A norm's number, linked to its page in an edition (the newest when none is named)."""
    code = number.partition(":")[0]
    try:
        href = (
            reverse("public:norm", args=[edition, code])
            if edition
            else reverse("public:norm-latest", args=[code])
        )
    except NoReverseMatch:
        return format_html('<span class="chip">{}</span>', number)
    return format_html(
        '<a class="chip" href="{}"><span class="visually-hidden">norm </span>{}</a>', href, number
    )


@register.simple_tag
def paragraph_chip(paragraph: str) -> SafeString:
    """A paragraph of the handbook: §4.20, or an annex by its name."""
    text = f"§\N{NO-BREAK SPACE}{paragraph}" if paragraph[:1].isdigit() else paragraph
    return format_html('<span class="chip">{}</span>', text)


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "", role: str = "") -> SafeString:
    """A message set apart. tone: info, good, warn, bad; role: status or alert when an act brought it."""
    tone = MESSAGE_TONES.get(tone, tone)
    return format_html(
        '<div class="notice notice--{}"{}>{}<div class="notice__body">{}{}</div></div>',
        tone,
        format_html(' role="{}"', role) if role else "",
        icon(NOTICE_ICONS[tone]),
        format_html('<p class="notice__title">{}</p>', title) if title else "",
        content,
    )


@register.simple_block_tag
def empty_state(content: str, title: str) -> SafeString:
    """An empty state: says what is not there yet, and what to do first."""
    return format_html('<div class="empty"><p class="empty__title">{}</p>{}</div>', title, content)


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
    days = (ends - today).days
    left = dutch.plural(abs(days), "dag", "dagen")
    words = "vandaag" if days == 0 else f"nog {left}" if days > 0 else f"{left} verlopen"
    return {
        "ends": ends,
        "full": dutch.day(ends),
        "month": dutch.MONTHS[ends.month - 1][:3],
        "words": words,
        "starts": starts,
        "ground": ground,
        "moved": moved,
        "tone": "bad" if days < 0 else "quiet",
    }


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


@register.filter
def readings_linked(text: str) -> SafeString:
    """A text in which every mentioned reading (I-04) leads to its place on the page of readings."""
    page = reverse("public:readings")
    return mark_safe(READING.sub(rf'<a href="{page}#\1">\1</a>', escape(text)))  # noqa: S308  escaped first


@register.filter
def coded(text: str) -> SafeString:
    """A code as code, with places where it may be broken; running text as it is."""
    if "_" not in text or " " in text:
        return readings_linked(text)
    parts = format_html_join(mark_safe("_<wbr>"), "{}", ((part,) for part in text.split("_")))
    return format_html("<code>{}</code>", parts)


def hash_of(text: str) -> str:
    """A name for an id in the page, the same at every request."""
    return "".join(character if character.isalnum() else "-" for character in text.casefold())
