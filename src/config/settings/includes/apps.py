"""Which apps run, through which middleware, with which templates."""

from pathlib import Path

WEB = Path(__file__).resolve().parents[3] / "keurmerk" / "web"

# Ours come first: their templates win from those of the libraries.
OUR_APPS = [
    "keurmerk.web",
    "keurmerk.applications",
    "keurmerk.reporting",
    "keurmerk.persons",
    "keurmerk.dispensations",
    "keurmerk.certification",
    "keurmerk.assessments",
    "keurmerk.results",
    "keurmerk.documents",
    "keurmerk.invitations",
    "keurmerk.messaging",
    "keurmerk.organisations",
    "keurmerk.accounts",
    "keurmerk.journal",
    "keurmerk.shared",
]

INSTALLED_APPS = [
    *OUR_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "keurmerk.accounts.typed.KeepWhatWasTyped",
    "keurmerk.accounts.middleware.LoginUnlessOpen",
    "django.contrib.messages.middleware.MessageMiddleware",
    "keurmerk.web.upload_limit.UploadLimit",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "keurmerk.accounts.middleware.SecondFactorByRole",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # An audience keeps its templates beside its views: web/<audience>/templates/<audience>/…
        "DIRS": sorted(WEB.glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
