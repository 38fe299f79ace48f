"""Mijn keurmerk: what a school does and sees. Addresses name the school, the upload or the assessment."""

from django.urls import path

from keurmerk.web.access import for_schools
from keurmerk.web.calendar.views import calendar_views
from keurmerk.web.joining.urls import colleague_urls
from keurmerk.web.school import dispensations_urls, persons_urls, reporting_urls
from keurmerk.web.school.application_urls import application_urls
from keurmerk.web.school.views import (
    comparison,
    decisions,
    documents,
    home,
    intentions,
    objection_acts,
    objections,
    outcomes,
    plans,
    problems,
    requests,
    status,
    tasks,
    template,
    uploading,
    uploads,
)

app_name = "school"

UPLOAD = "aanlevering/<uuid:upload>/"
ASSESSMENT = "beoordeling/<uuid:assessment>/"
SCHOOL = "school/<uuid:school>/"
DECISION = "besluit/<uuid:decision>/"
INTENTION = "voornemen/<uuid:intention>/"
OBJECTION = "bezwaar/<uuid:objection>/"
PLAN = "plan/<uuid:plan>/"

calendar = calendar_views(for_schools, "school")

urlpatterns = [
    path("", home.start, name="home"),
    path("sjabloon.xlsx", template.download, name="template"),
    path("school/<uuid:school>/", home.overview, name="school"),
    path("school/<uuid:school>/aanleveren/", uploading.new, name="upload-new"),
    path("school/<uuid:school>/aanleveringen/", uploads.listing, name="uploads"),
    path("school/<uuid:school>/vergelijken/", comparison.compare, name="compare"),
    path(UPLOAD, uploads.detail, name="upload"),
    path(f"{UPLOAD}opnieuw/", uploads.check_again, name="check-again"),
    path(f"{UPLOAD}fouten/", problems.listing, name="problems"),
    path(f"{UPLOAD}fouten.xlsx", problems.workbook, name="problems-xlsx"),
    path(f"{UPLOAD}fouten.csv", problems.csv, name="problems-csv"),
    path(f"{UPLOAD}waarschuwingen.csv", uploads.warnings_csv, name="warnings-csv"),
    path(f"{UPLOAD}bevestigen/", uploads.tick, name="tick"),
    path(f"{UPLOAD}proef/", outcomes.preview, name="preview"),
    path(f"{UPLOAD}proef/waarom/<norm:number>/", outcomes.preview_why, name="preview-explanation"),
    path(f"{UPLOAD}indienen/", uploads.commit, name="commit"),
    path(f"{UPLOAD}intrekken/", uploads.withdraw, name="withdraw"),
    path(ASSESSMENT, outcomes.of_school.detail, name="outcome"),
    path(f"{ASSESSMENT}uitkomst.json", outcomes.of_school.as_json, name="outcome-json"),
    path(f"{ASSESSMENT}bewijs.zip", outcomes.of_school.receipt, name="receipt"),
    path(f"{ASSESSMENT}waarom/<norm:number>/", outcomes.of_school.why, name="explanation"),
    path(f"{ASSESSMENT}waarom/<norm:number>.csv", outcomes.of_school.why_csv, name="explanation-csv"),
    path(f"{ASSESSMENT}waarom/<norm:number>.xlsx", outcomes.of_school.why_xlsx, name="explanation-xlsx"),
    path("document/<uuid:document>/", documents.download, name="document"),
    path(f"{SCHOOL}status/", status.history, name="status"),
    path(DECISION, decisions.detail, name="decision"),
    path(f"{DECISION}bezwaar/", objections.new, name="object"),
    path(INTENTION, intentions.detail, name="intention"),
    path(f"{INTENTION}hoorzitting/", intentions.hearing, name="intention-hearing"),
    path(OBJECTION, objection_acts.detail, name="objection"),
    path(f"{OBJECTION}aanvullen/", objection_acts.repair, name="objection-repair"),
    path(f"{OBJECTION}uitleg/", objection_acts.explain, name="objection-explain"),
    path(f"{OBJECTION}te-laat/", objection_acts.give_notice, name="objection-notice"),
    path(f"{OBJECTION}intrekken/", objection_acts.withdraw, name="objection-withdraw"),
    path(PLAN, plans.detail, name="plan"),
    path(f"{PLAN}instelling/", plans.body, name="plan-body"),
    path(f"{SCHOOL}verzoeken/", requests.listing, name="requests"),
    path(f"{SCHOOL}verzoeken/<slug:kind>/", requests.new, name="request-new"),
    path("verzoek/<uuid:request_id>/", requests.detail, name="request"),
    *persons_urls.urlpatterns,
    *reporting_urls.urlpatterns,
    *dispensations_urls.urlpatterns,
    *application_urls,
    path("taak/<uuid:duty>/", tasks.done, name="task"),
    path("termijn/<uuid:term>.ics", calendar.term, name="term-ics"),
    *colleague_urls(for_schools, "school", SCHOOL),
    path("agenda/", calendar.page, name="calendar"),
    path("agenda/nieuw/", calendar.make, name="calendar-make"),
    path("agenda/intrekken/", calendar.revoke, name="calendar-revoke"),
]
