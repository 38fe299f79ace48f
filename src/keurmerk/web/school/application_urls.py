"""Applying: agreements, the form with its attachments, handing in."""

from django.urls import URLPattern, path

from keurmerk.web.school.views.application import (
    agreements,
    attachments,
    autosave,
    documents,
    home,
    pages,
    submitting,
)

SCHOOL = "school/<uuid:school>/"
APPLICATION = "aanvraag/<uuid:application>/"
PAGE = f"{APPLICATION}onderdeel/<slug:page>/"

application_urls: list[URLPattern] = [
    path(f"{SCHOOL}aanvraag/", home.begin, name="application-begin"),
    path("overeenkomst/<uuid:agreement>/", agreements.detail, name="agreement"),
    path(APPLICATION, home.detail, name="application"),
    path(f"{APPLICATION}ontbreekt/", home.missing, name="application-missing"),
    path(PAGE, pages.detail, name="application-page"),
    path(f"{PAGE}bewaren/", autosave.keep, name="application-keep"),
    path(f"{PAGE}document/<str:demand>/", documents.add, name="application-document"),
    path(f"{APPLICATION}bijlagen/", attachments.listing, name="application-attachments"),
    path(f"{APPLICATION}bijlagen/een/", attachments.add_one, name="application-attachment-add"),
    path("bijlage/<uuid:attachment>/", attachments.download, name="attachment"),
    path("bijlage/<uuid:attachment>/verwijderen/", attachments.remove, name="attachment-remove"),
    path(f"{APPLICATION}indienen/", submitting.hand_in, name="application-hand-in"),
    path(f"{APPLICATION}aanvulling/", submitting.answer, name="application-answer"),
    path(f"{APPLICATION}ontvangst/", submitting.receipt, name="application-receipt"),
]
