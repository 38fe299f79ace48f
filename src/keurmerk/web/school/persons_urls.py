"""Who the school is: as the register knows it."""

from django.urls import path

from keurmerk.web.school.views import organisation

SCHOOL = "school/<uuid:school>/organisatie"

urlpatterns = [
    path(f"{SCHOOL}/", organisation.page, name="organisation"),
    path(f"{SCHOOL}/vestigingen.csv", organisation.locations_csv, name="locations-csv"),
    path(f"{SCHOOL}/vestigingen.xlsx", organisation.locations_xlsx, name="locations-xlsx"),
    path(f"{SCHOOL}/management.csv", organisation.management_csv, name="management-csv"),
    path(f"{SCHOOL}/management.xlsx", organisation.management_xlsx, name="management-xlsx"),
]
