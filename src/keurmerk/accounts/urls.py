"""The way to an outside login and back; included by allauth's list, under /account/."""

from django.urls import path

from keurmerk.accounts import outside

urlpatterns = [
    path("extern/<slug:provider_id>/", outside.begin, name="openid_connect_login"),
    path("extern/<slug:provider_id>/terug/", outside.come_back, name="openid_connect_callback"),
]
