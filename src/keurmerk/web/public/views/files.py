"""For machines that look around: what may be visited, and which pages there are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from rulebook.norms.catalogue import catalogue
from rulebook.norms.editions import editions

PAGES = ("home", "readings", "stars", "lifecycle", "accessibility", "colophon")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    where = request.build_absolute_uri(reverse("public:sitemap"))
    closed = reverse("account_login").rsplit("/", 2)[0]
    return HttpResponse(f"User-agent: *\nDisallow: {closed}/\nSitemap: {where}\n", content_type="text/plain")


@require_safe
def icon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Browsers ask for this beside pages without a head of their own, such as the JSON."""
    return redirect(static("web/img/keurmerk.svg"))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    addresses = [reverse(f"public:{name}") for name in PAGES]
    for edition in editions():
        addresses.append(reverse("public:norm-list", args=[edition.id]))
        addresses += [
            reverse("public:norm", args=[edition.id, norm.number]) for norm in catalogue(edition.id)
        ]
    rows = ((request.build_absolute_uri(address),) for address in addresses)
    body = format_html(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n',
        format_html_join("", "<url><loc>{}</loc></url>\n", rows),
    )
    return HttpResponse(body, content_type="application/xml")
