"""Small pieces of HTML inside running text and cells: icons, badges, chips, codes, notices.

The template tags of the same names come from here; Python that fills a cell of a table calls them directly.
"""

import re

from django.urls import NoReverseMatch, reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from keurmerk.web.components.icons import ICONS
from keurmerk.web.components.verdicts import VERDICTS, Look

CODE = re.compile(r"[a-z0-9_]+")
READING = re.compile(r"\b(I-(?:\d{2}|B\d))\b")
NOTICE_ICONS = {"info": "info", "good": "check", "warn": "warning", "bad": "cross"}
MESSAGE_TONES = {"debug": "info", "success": "good", "warning": "warn", "error": "bad"}  # Django's own levels


def icon(name: str, *, filled: bool = False) -> SafeString:
    """A drawing beside words: hidden from screen readers, since the words are there."""
    shape = ICONS[name]  # constants of ours, never input
    kind = "icon icon--filled" if filled else "icon"
    drawing = f'<svg class="{kind}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape}</svg>'
    return mark_safe(drawing)  # noqa: S308


def badge(words: str, tone: str = "quiet", icon_name: str = "") -> SafeString:
    """Words in a rounded box. tone: good, bad, warn, quiet, accent."""
    drawing = icon(icon_name) if icon_name else ""
    return format_html('<span class="badge badge--{}">{}{}</span>', tone, drawing, words)


def verdict(code: str) -> SafeString:
    """The oordeel as a badge: shape, words and tone."""
    return look(VERDICTS[code])


def look(value: Look) -> SafeString:
    return badge(value.words, value.tone, value.icon)


def norm_chip(number: str, edition: str = "") -> SafeString:
    """A norm's number, linked to its page in an edition (the newest when none is named)."""
    code = number.partition(":")[0]
    where, args = ("public:norm", [edition, code]) if edition else ("public:norm-latest", [code])
    try:
        href = reverse(where, args=args)
    except NoReverseMatch:
        return format_html('<span class="chip">{}</span>', number)
    link = '<a class="chip" href="{}"><span class="visually-hidden">norm </span>{}</a>'
    return format_html(link, href, number)


def paragraph_chip(paragraph: str) -> SafeString:
    """A paragraph of the handbook: §4.20, or an annex by its name."""
    text = f"§\N{NO-BREAK SPACE}{paragraph}" if paragraph[:1].isdigit() else paragraph
    return format_html('<span class="chip">{}</span>', text)


def readings_linked(text: str) -> SafeString:
    """A text in which every mentioned reading (I-04) leads to its place on the page of readings."""
    page = reverse("public:readings")
    return mark_safe(READING.sub(rf'<a href="{page}#\1">\1</a>', escape(text)))  # noqa: S308  escaped first


def coded(text: str) -> SafeString:
    """A code as code, with places where it may be broken; running text as it is."""
    if not CODE.fullmatch(text):
        return readings_linked(text)
    parts = format_html_join(mark_safe("_<wbr>"), "{}", ((part,) for part in text.split("_")))
    return format_html("<code>{}</code>", parts)


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


def empty_state(content: str, title: str) -> SafeString:
    """Nothing here yet: says so, and what to do first."""
    return format_html('<div class="empty"><p class="empty__title">{}</p>{}</div>', title, content)
