"""All addresses. The screens of each audience bring their own list in keurmerk.web."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView


def health(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("gezond", health, name="health"),
    path("account/", include("allauth.urls")),
    # The form of the maintenance screens themselves would skip the second factor. Whoever gets here is
    # signed in and may not see them: without a way back, which leads here again, they come to their start.
    path("beheer/login/", RedirectView.as_view(pattern_name="account_login")),
    path("beheer/", admin.site.urls),
    path("", include("keurmerk.web.urls")),
]
