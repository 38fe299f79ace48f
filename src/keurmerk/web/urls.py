"""The screens of every audience. Each brings its own list under its own namespace."""

from django.urls import URLPattern, URLResolver, include, path

from keurmerk.web.calendar.views import feed
from keurmerk.web.joining import interest
from keurmerk.web.joining.views import accept
from keurmerk.web.start import start
from keurmerk.web.typed import typed

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("keurmerk.web.public.urls")),
    path("start/", start, name="start"),
    path("getypt/", typed, name="typed"),
    path("agenda/<str:token>.ics", feed, name="calendar-feed"),
    path("uitnodiging/<str:token>/", accept, name="invitation-accept"),
    path("aanmelden/", interest.form, name="interest"),
    path("aanmelden/verstuurd/", interest.sent, name="interest-sent"),
    path("aanmelden/<str:token>/", interest.confirm, name="interest-confirm"),
    path("mijn/", include("keurmerk.web.school.urls")),
    path("medewerker/", include("keurmerk.web.staff.urls")),
    path("auditor/", include("keurmerk.web.auditor.urls")),
]
