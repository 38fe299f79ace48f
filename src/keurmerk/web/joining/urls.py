"""The addresses about colleagues, for the list of each audience that has them."""

from collections.abc import Callable

from django.urls import URLPattern, path

from keurmerk.web.access import View
from keurmerk.web.joining.colleagues import colleague_views


def colleague_urls(guard: Callable[[View], View], audience: str, school: str) -> list[URLPattern]:
    """`school` is the route of a school in this audience, with a slash at the end."""
    views, here = colleague_views(guard, audience), f"{school}collegas/"
    one, invitation = f"{here}<uuid:member>/", f"{here}uitnodiging/<uuid:invitation>/"
    return [
        path(here, views.listing, name="colleagues"),
        path(f"{here}uitnodigen/", views.invite, name="invite"),
        path(f"{one}functie/", views.function, name="colleague-function"),
        path(f"{one}verwijderen/", views.remove, name="colleague-remove"),
        path(f"{invitation}opnieuw/", views.resend, name="invitation-resend"),
        path(f"{invitation}intrekken/", views.withdraw, name="invitation-withdraw"),
    ]
