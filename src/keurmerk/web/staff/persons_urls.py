"""The register of people and organisations: search, one page each, the network, and the leads of a school."""

from django.urls import path

from keurmerk.web.staff.views import persons, persons_leads, persons_tables

ENTITY = "personen/<uuid:entity>/"
SCHOOL = "scholen/<uuid:school>/"

urlpatterns = [
    path("personen/", persons.search_page, name="persons"),
    path(ENTITY, persons.detail, name="person"),
    path(f"{ENTITY}netwerk/", persons.network, name="person-network"),
    path(f"{ENTITY}legitimatie/", persons.identity, name="person-identity"),
    path(f"{ENTITY}zelfde/<uuid:other>/", persons.same, name="person-same"),
    path("personen/zelfde/<uuid:said>/terugdraaien/", persons.undo, name="person-same-undo"),
    path(f"{SCHOOL}banden/", persons_leads.listing, name="leads"),
    path(f"{SCHOOL}banden/<str:lead>/", persons_leads.judge, name="lead-judge"),
    path(f"{SCHOOL}vestigingen.csv", persons_tables.locations_csv, name="locations-csv"),
    path(f"{SCHOOL}vestigingen.xlsx", persons_tables.locations_xlsx, name="locations-xlsx"),
    path(f"{SCHOOL}management.csv", persons_tables.management_csv, name="management-csv"),
    path(f"{SCHOOL}management.xlsx", persons_tables.management_xlsx, name="management-xlsx"),
]
