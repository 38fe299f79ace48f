"""The staff's screens for those who apply: interests, agreements, the file of an application, invoices."""

from django.urls import path

from keurmerk.web.staff.views.applications import (
    agreements,
    file,
    inquiry,
    interests,
    invoices,
    outcome,
    overview,
    page,
)

SCHOOL = "scholen/<uuid:school>/"
INTEREST = "belangstelling/<uuid:interest>/"
APPLICATION = "aanvragen/<uuid:application>/"
PAGE = f"{APPLICATION}onderdeel/<slug:page>/"

urlpatterns = [
    path("belangstelling/", interests.listing, name="interests"),
    path("belangstelling.csv", interests.listing_csv, name="interests-csv"),
    path("belangstelling.xlsx", interests.listing_xlsx, name="interests-xlsx"),
    path(INTEREST, interests.detail, name="interest"),
    path(f"{INTEREST}uitnodigen/", interests.accept, name="interest-accept"),
    path(f"{INTEREST}afsluiten/", interests.decline, name="interest-decline"),
    path(f"{SCHOOL}overeenkomsten/", agreements.detail, name="agreements"),
    path(f"{SCHOOL}overeenkomsten/aanbieden/", agreements.offer, name="agreements-offer"),
    path(f"{SCHOOL}overeenkomsten/sluiten/", agreements.conclude, name="agreements-conclude"),
    path(f"{SCHOOL}overeenkomsten/<str:agreement_kind>/", agreements.preview, name="agreement-preview"),
    path(f"{SCHOOL}facturen/", invoices.listing, name="invoices"),
    path(f"{SCHOOL}facturen/<uuid:invoice>/betaald/", invoices.paid, name="invoice-paid"),
    path("aanvragen/", overview.listing, name="applications"),
    path("aanvragen.csv", overview.listing_csv, name="applications-csv"),
    path("aanvragen.xlsx", overview.listing_xlsx, name="applications-xlsx"),
    path(APPLICATION, file.detail, name="application"),
    path(f"{APPLICATION}stap/<str:application_act>/", file.act, name="application-act"),
    path(f"{APPLICATION}wijzigingen/", file.changes, name="application-changes"),
    path(PAGE, page.detail, name="application-page"),
    path(f"{PAGE}nummers/", page.reveal, name="application-reveal"),
    path(f"{PAGE}oordeel/<str:aspect>/", page.judge, name="application-judge"),
    path(f"{APPLICATION}vindplaats/<int:reference>/", page.confirm, name="application-confirm"),
    path(f"{APPLICATION}onderzoek/", inquiry.detail, name="application-inquiry"),
    path(f"{APPLICATION}onderzoek/bron/", inquiry.add_source, name="application-source"),
    path(f"{APPLICATION}onderzoek/afronden/", inquiry.close, name="application-inquiry-close"),
    path(f"{APPLICATION}gesprek/", inquiry.invite, name="application-talk"),
    path(f"{APPLICATION}gesprek/<uuid:talk>/verslag/", inquiry.report, name="application-talk-report"),
    path(f"{APPLICATION}uitkomst/", outcome.detail, name="application-outcome"),
    path(f"{APPLICATION}uitkomst/<str:event>/", outcome.prepare, name="application-decide"),
]
