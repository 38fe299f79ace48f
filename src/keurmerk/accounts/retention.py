"""Accounts, and the tables that the libraries for signing in and background work bring along."""

from datetime import UTC, date, datetime, time, timedelta

from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from keurmerk.accounts import service
from keurmerk.shared.retention import Retention, register

ACCOUNT_DAYS = 365
TASK_DAYS = 30

SIGN_IN = "Toegang en beveiliging van de dienst (AVG art. 6 lid 1 onder f)"
WITH_ACCOUNT = "Zolang het account er is"
NO_PERSONS = "Geen persoonsgegevens"


def purge_accounts(today: date) -> int:
    return service.delete_closed(today - timedelta(days=ACCOUNT_DAYS))


def purge_sessions(today: date) -> int:
    return Session.objects.filter(expire_date__lt=_start_of(today)).delete()[0]


def purge_tasks(today: date) -> int:
    old = _start_of(today - timedelta(days=TASK_DAYS))
    return DBTaskResult.objects.filter(finished_at__lt=old).delete()[0]


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)


register(
    Retention(
        "accounts.User",
        holds="Naam, e-mailadres en rol van wie inlogt",
        kept_for="Een jaar na het sluiten van het account; van wie een besluit tekende, zolang dat er is",
        ground=SIGN_IN,
        purge=purge_accounts,
    ),
    Retention(
        "accounts.KeptForm",
        "Wat iemand typte in een formulier dat na het einde van de sessie werd verstuurd, versleuteld",
        "Twee uur, of tot het formulier opnieuw is verstuurd",
        SIGN_IN,
    ),
    Retention("account.EmailAddress", "E-mailadres waarmee iemand inlogt", WITH_ACCOUNT, SIGN_IN),
    Retention("account.EmailConfirmation", "Bevestiging van een e-mailadres", WITH_ACCOUNT, SIGN_IN),
    Retention("mfa.Authenticator", "Tweede factor bij het inloggen", WITH_ACCOUNT, SIGN_IN),
    Retention(
        "socialaccount.SocialAccount",
        "Kenmerk van de externe login waarmee iemand inlogt; geen naam of adres",
        WITH_ACCOUNT,
        SIGN_IN,
    ),
    Retention("socialaccount.SocialToken", "Wordt niet bewaard", WITH_ACCOUNT, NO_PERSONS),
    Retention("socialaccount.SocialApp", "Wordt niet gebruikt", "Zolang in gebruik", NO_PERSONS),
    Retention(
        "usersessions.UserSession", "Browser en IP-adres van een sessie", "Zolang de sessie loopt", SIGN_IN
    ),
    Retention(
        "sessions.Session",
        holds="Lopende sessies",
        kept_for="Tot de sessie verloopt, ten hoogste acht uur",
        ground=SIGN_IN,
        purge=purge_sessions,
    ),
    Retention(
        "django_tasks_database.DBTaskResult",
        holds="Werk op de achtergrond: nummers, geen inhoud",
        kept_for="Dertig dagen nadat het klaar is",
        ground="Fouten kunnen naspeuren",
        purge=purge_tasks,
    ),
    Retention("admin.LogEntry", "Handelingen in de beheerschermen", WITH_ACCOUNT, SIGN_IN),
    Retention("auth.Group", "Groepen van rechten", "Zolang in gebruik", NO_PERSONS),
    Retention("auth.Permission", "Namen van rechten", "Zolang in gebruik", NO_PERSONS),
    Retention("contenttypes.ContentType", "Namen van tabellen", "Zolang in gebruik", NO_PERSONS),
)
