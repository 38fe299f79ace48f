"""Open to everybody, without signing in (settings.OPEN_URLS names this namespace)."""

from django.urls import path, register_converter

from keurmerk.web.public.converters import EditionConverter, NormConverter
from keurmerk.web.public.views import components, files, lifecycle, mailbox, norms, pages, readings, stars

app_name = "public"
register_converter(EditionConverter, "edition")
register_converter(NormConverter, "norm")

urlpatterns = [
    path("", pages.home, name="home"),
    path("normen/", norms.latest, name="norms"),
    path("normen/<norm:number>/", norms.latest_norm, name="norm-latest"),
    path("normen/<edition:edition>/", norms.listing, name="norm-list"),
    path("normen/<edition:edition>.json", norms.listing_json, name="norm-list-json"),
    path("normen/<edition:edition>.csv", norms.listing_csv, name="norm-list-csv"),
    path("normen/<edition:edition>.xlsx", norms.listing_xlsx, name="norm-list-xlsx"),
    path("normen/<edition:edition>/<norm:number>/", norms.detail, name="norm"),
    path("normen/<edition:edition>/<norm:number>.json", norms.detail_json, name="norm-json"),
    path("lezingen/", readings.listing, name="readings"),
    path("sterren/", stars.method, name="stars"),
    path("regels/levensloop/", lifecycle.tables, name="lifecycle"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("colofon/", pages.colophon, name="colophon"),
    path("bouwstenen/", components.gallery, name="components"),
    path("postbus/", mailbox.listing, name="mailbox"),
    path("postbus/<slug:key>/", mailbox.detail, name="mail"),
    path("postbus/<slug:key>/bijlage/<int:pk>/", mailbox.attachment, name="mail-attachment"),
    path("favicon.ico", files.icon, name="icon"),
    path("robots.txt", files.robots, name="robots"),
    path("sitemap.xml", files.sitemap, name="sitemap"),
]
