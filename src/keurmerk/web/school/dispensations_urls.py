"""Exceptions and dispensations in Mijn keurmerk: included by urls.py."""

from django.urls import path

from keurmerk.web.school.views import dispensations

LIST = "school/<uuid:school>/ontheffingen/"
ONE = "ontheffing/<uuid:dispensation>/"

urlpatterns = [
    path(LIST, dispensations.listing, name="dispensations"),
    path(f"{LIST}<slug:dispensation_kind>/", dispensations.new, name="dispensation-new"),
    path(ONE, dispensations.detail, name="dispensation"),
    path(f"{ONE}aanvullen/", dispensations.complete, name="dispensation-complete"),
    path(f"{ONE}intrekken/", dispensations.withdraw, name="dispensation-withdraw"),
]
