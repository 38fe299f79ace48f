"""The screens of every audience. Each brings its own list under its own namespace."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("keurmerk.web.public.urls")),
]
