"""Reports of schools, their management statements, and the certificates of conduct of their management."""

from django.urls import path

from keurmerk.web.staff.views import report_acts, reports, statements, vogs

REPORT = "meldingen/<uuid:report>/"

urlpatterns = [
    path("meldingen/", reports.listing, name="report-list"),
    path("meldingen.csv", reports.listing_csv, name="report-list-csv"),
    path("meldingen.xlsx", reports.listing_xlsx, name="report-list-xlsx"),
    path(REPORT, reports.detail, name="report"),
    path(f"{REPORT}kennisnemen/", report_acts.note, name="report-note"),
    path(f"{REPORT}vraag/", report_acts.ask, name="report-ask"),
    path(f"{REPORT}toezicht/", report_acts.supervise, name="report-supervise"),
    path("managementverklaringen/", statements.listing, name="statements"),
    path("managementverklaringen.csv", statements.listing_csv, name="statements-csv"),
    path("managementverklaringen.xlsx", statements.listing_xlsx, name="statements-xlsx"),
    path("vog/", vogs.listing, name="vogs"),
    path("vog.csv", vogs.listing_csv, name="vogs-csv"),
    path("vog.xlsx", vogs.listing_xlsx, name="vogs-xlsx"),
    path("vog/<uuid:vog>/", vogs.judge, name="vog"),
]
