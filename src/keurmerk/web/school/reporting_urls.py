"""Reports, the yearly management statement, and certificates of conduct of the management."""

from django.urls import path

from keurmerk.web.school.views import reports, statements, vogs

SCHOOL = "school/<uuid:school>/"
REPORT = "melding/<uuid:report>/"
MANAGER = "management/<uuid:manager>/"

urlpatterns = [
    path(f"{SCHOOL}meldingen/", reports.listing, name="report-list"),
    path(f"{SCHOOL}meldingen/<slug:report_kind>/", reports.new, name="report-new"),
    path(REPORT, reports.detail, name="report"),
    path(f"{REPORT}bijlage/<uuid:report_file>/", reports.file, name="report-file"),
    path(f"{SCHOOL}managementverklaring/", statements.listing, name="statements"),
    path(f"{SCHOOL}managementverklaring/afgeven/", statements.new, name="statement"),
    path(f"{SCHOOL}vog/", vogs.listing, name="vogs"),
    path(f"{SCHOOL}vog/management/", vogs.enter, name="manager-new"),
    path(f"{MANAGER}vog/", vogs.new, name="vog-new"),
    path(f"{MANAGER}einde/", vogs.end, name="manager-end"),
    path("vog/<uuid:vog>/", vogs.file, name="vog-file"),
]
