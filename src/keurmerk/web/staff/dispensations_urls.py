"""Exceptions and dispensations for staff: included by urls.py."""

from django.urls import path

from keurmerk.web.staff.views import dispensation_acts as acts
from keurmerk.web.staff.views import dispensations

ONE = "ontheffing/<uuid:dispensation>/"

urlpatterns = [
    path("ontheffingen/", dispensations.listing, name="dispensations"),
    path("ontheffingen.csv", dispensations.listing_csv, name="dispensations-csv"),
    path("ontheffingen.xlsx", dispensations.listing_xlsx, name="dispensations-xlsx"),
    path(ONE, dispensations.detail, name="dispensation"),
    path(f"{ONE}beoordelen/", acts.judge, name="dispensation-judge"),
    path(f"{ONE}aanvullen/", acts.ask_more, name="dispensation-more"),
    path(f"{ONE}adviseren/", acts.advise, name="dispensation-advise"),
    path(f"{ONE}teruggeven/", acts.give_back, name="dispensation-back"),
    path(f"{ONE}beslissen/", acts.decide, name="dispensation-decide"),
    path(f"{ONE}beeindigen/", acts.end, name="dispensation-end"),
    path(f"{ONE}vaststellen/", acts.establish, name="dispensation-establish"),
]
