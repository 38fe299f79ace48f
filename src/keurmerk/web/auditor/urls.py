"""For auditors: the schools assigned to them, their outcomes and the rows under every number. Read only."""

from django.urls import path

from keurmerk.web.access import for_auditors
from keurmerk.web.auditor.views import documents, outcomes, schools
from keurmerk.web.calendar.views import calendar_views

app_name = "auditor"

ASSESSMENT = "beoordeling/<uuid:assessment>/"

calendar = calendar_views(for_auditors, "auditor")

urlpatterns = [
    path("", schools.listing, name="schools"),
    path("scholen/<uuid:school>/", schools.detail, name="school"),
    path(ASSESSMENT, outcomes.of_auditor.detail, name="outcome"),
    path(f"{ASSESSMENT}uitkomst.json", outcomes.of_auditor.as_json, name="outcome-json"),
    path(f"{ASSESSMENT}bewijs.zip", outcomes.of_auditor.receipt, name="receipt"),
    path(f"{ASSESSMENT}waarom/<norm:number>/", outcomes.of_auditor.why, name="explanation"),
    path(f"{ASSESSMENT}waarom/<norm:number>.csv", outcomes.of_auditor.why_csv, name="explanation-csv"),
    path(f"{ASSESSMENT}waarom/<norm:number>.xlsx", outcomes.of_auditor.why_xlsx, name="explanation-xlsx"),
    path("document/<uuid:document>/", documents.download, name="document"),
    path("agenda/", calendar.page, name="calendar"),
    path("agenda/nieuw/", calendar.make, name="calendar-make"),
    path("agenda/intrekken/", calendar.revoke, name="calendar-revoke"),
]
