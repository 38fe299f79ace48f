"""All addresses. The screens of each audience bring their own list in keurmerk.web."""

from importlib.util import find_spec

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path


def health(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("gezond", health, name="health"),
    path("account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
]
if find_spec("keurmerk.web") and find_spec("keurmerk.web.urls"):
    urlpatterns.append(path("", include("keurmerk.web.urls")))
