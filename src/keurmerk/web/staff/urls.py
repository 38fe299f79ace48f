"""For the staff of Blik op Werk: schools and what came out, what the scheme adds, and the journal."""

from django.urls import path

from keurmerk.web.access import for_staff
from keurmerk.web.calendar.views import calendar_views
from keurmerk.web.joining.urls import colleague_urls
from keurmerk.web.staff import act_urls, application_urls, dispensations_urls, persons_urls, reporting_urls
from keurmerk.web.staff.views import (
    auditors,
    case_acts,
    cases,
    certificates,
    documents,
    equated_days,
    journal,
    mandates,
    message_texts,
    messages,
    outcomes,
    pass_rates,
    schools,
    surveys,
    worklist,
)

app_name = "staff"

SCHOOL = "scholen/<uuid:school>/"
CASE = "zaken/<uuid:case>/"
EQUATED = "gelijkgestelde-dagen/"
ASSESSMENT = "beoordeling/<uuid:assessment>/"

calendar = calendar_views(for_staff, "staff")

urlpatterns = [
    path("werklijst/", worklist.listing, name="worklist"),
    path("werklijst.csv", worklist.listing_csv, name="worklist-csv"),
    path("werklijst.xlsx", worklist.listing_xlsx, name="worklist-xlsx"),
    path(CASE, cases.detail, name="case"),
    path(f"{CASE}behandelaar/", case_acts.assign, name="case-assign"),
    path(f"{CASE}notitie/", case_acts.note, name="case-note"),
    path(f"{CASE}document/", case_acts.paper, name="case-paper"),
    path(f"{CASE}taak/<uuid:task>/", case_acts.task, name="case-task"),
    path(f"{CASE}melden/", case_acts.disclose, name="case-disclose"),
    path(f"{CASE}taak/<uuid:task>/melden/", case_acts.disclose, name="case-task-disclose"),
    path(f"{CASE}sluiten/", case_acts.close, name="case-close"),
    path(f"{SCHOOL}zaak/", certificates.new_case, name="case-new"),
    path(f"{SCHOOL}status/", certificates.take_over, name="take-over"),
    path(EQUATED, equated_days.listing, name="equated-days"),
    path(f"{EQUATED}toevoegen/", equated_days.new, name="equated-day-new"),
    path(f"{EQUATED}<uuid:equated>/verwijderen/", equated_days.remove, name="equated-day-remove"),
    path(f"{EQUATED}wijziging/<int:entry>/", equated_days.moved, name="equated-day-moved"),
    path("mandaten/", mandates.listing, name="mandates"),
    path("mandaten/nieuw/", mandates.new, name="mandate-new"),
    path("mandaten/<uuid:mandate>/einde/", mandates.end, name="mandate-end"),
    *act_urls.urlpatterns,
    *application_urls.urlpatterns,
    *dispensations_urls.urlpatterns,
    *persons_urls.urlpatterns,
    *reporting_urls.urlpatterns,
    path("scholen/", schools.listing, name="schools"),
    path("scholen.csv", schools.listing_csv, name="schools-csv"),
    path("scholen.xlsx", schools.listing_xlsx, name="schools-xlsx"),
    path("scholen/nieuw/", schools.new, name="school-new"),
    path(SCHOOL, schools.detail, name="school"),
    *colleague_urls(for_staff, "staff", SCHOOL),
    path(f"{SCHOOL}auditors/", auditors.assign, name="auditors"),
    path(f"{SCHOOL}auditors/<int:assignment>/einde/", auditors.end, name="auditor-end"),
    path(f"{SCHOOL}tevredenheid/", surveys.add, name="survey"),
    path(ASSESSMENT, outcomes.of_staff.detail, name="outcome"),
    path(f"{ASSESSMENT}uitkomst.json", outcomes.of_staff.as_json, name="outcome-json"),
    path(f"{ASSESSMENT}bewijs.zip", outcomes.of_staff.receipt, name="receipt"),
    path(f"{ASSESSMENT}waarom/<norm:number>/", outcomes.of_staff.why, name="explanation"),
    path(f"{ASSESSMENT}waarom/<norm:number>.csv", outcomes.of_staff.why_csv, name="explanation-csv"),
    path(f"{ASSESSMENT}waarom/<norm:number>.xlsx", outcomes.of_staff.why_xlsx, name="explanation-xlsx"),
    path("slagingsnormen/", pass_rates.listing, name="pass-rates"),
    path("slagingsnormen/nieuw/", pass_rates.new, name="pass-rate-new"),
    path("berichten/", messages.listing, name="messages"),
    path("berichten/teksten/", message_texts.listing, name="message-texts"),
    path("berichten/teksten/<str:key>/", message_texts.detail, name="message-text"),
    path("berichten/<uuid:message>/", messages.detail, name="message"),
    path("berichten/<uuid:message>/opnieuw/", messages.resend, name="message-resend"),
    path("termijn/<uuid:term>.ics", calendar.term, name="term-ics"),
    path("agenda/", calendar.page, name="calendar"),
    path("agenda/nieuw/", calendar.make, name="calendar-make"),
    path("agenda/intrekken/", calendar.revoke, name="calendar-revoke"),
    path("journaal/", journal.listing, name="journal"),
    path("document/<uuid:document>/", documents.download, name="document"),
]
