"""A real OpenID provider to sign in at: discovery, consent, codes, signed tokens, keys, in its own process.

`python server.py FOLDER` prints its address and serves until it is killed. It is allauth's own provider with
a database of its own. Tests tell it what they need by posting JSON to /steer (see `steer`): who has an
account there, where a client may send people back to, and in which way it should answer wrongly.
"""

import json
import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.csrf import csrf_exempt

PASSWORD = "wachtwoord-bij-de-ander"  # noqa: S105
CLIENT_ID, CLIENT_SECRET = "keurmerk", "geheim-van-keurmerk"


def new_key() -> str:
    key = generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


KEY, OTHER_KEY = new_key(), new_key()
wrongs: dict[str, object] = {}
"""What is in here now: `claims` laid over those of an ID token, `other_keys` shown, `down`: no tokens."""


def configure(folder: Path) -> None:
    settings.configure(
        SECRET_KEY="of-the-provider",  # noqa: S106
        ALLOWED_HOSTS=["127.0.0.1"],
        USE_TZ=True,
        ROOT_URLCONF=__name__,
        LOGIN_URL="account_login",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "idp.sqlite3")}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*", "password2*"],
        ACCOUNT_RATE_LIMITS=False,
        SESSION_COOKIE_NAME="at_the_provider",
        CSRF_COOKIE_NAME="csrf_at_the_provider",
        IDP_OIDC_PRIVATE_KEY=KEY,
        IDP_OIDC_ADAPTER=f"{__name__}.Adapter",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()


def steer(request: HttpRequest) -> HttpResponse:
    """{"person": {"email", "verified"}} or {"back_to": address} or {"wrongs": {…}}."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415
    from allauth.idp.oidc.models import Client  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415

    asked = json.loads(request.body)
    if person := asked.get("person"):
        user, is_new = User.objects.get_or_create(username=person["name"])
        if is_new:
            user.set_password(PASSWORD)
        user.email = person["email"]
        user.save()
        EmailAddress.objects.filter(user=user).delete()
        EmailAddress.objects.create(
            user=user, email=person["email"], verified=person["verified"], primary=True
        )
    if address := asked.get("back_to"):
        client, is_new = Client.objects.get_or_create(id=CLIENT_ID, defaults={"name": "Keurmerk"})
        client.scopes = "openid\nemail\nprofile"
        client.redirect_uris = "\n".join({*client.get_redirect_uris(), address})
        client.set_secret(CLIENT_SECRET)
        client.save()
    if "wrongs" in asked:
        wrongs.clear()
        wrongs.update(asked["wrongs"])
    return HttpResponse("ok")


def token_or_down(request: HttpRequest) -> HttpResponse:
    from allauth.idp.oidc import views  # noqa: PLC0415

    if wrongs.get("down"):
        return HttpResponseServerError("down")
    answer: HttpResponse = views.token(request)
    return answer


def addresses() -> list[URLPattern | URLResolver]:
    return [
        path("steer", csrf_exempt(steer)),
        path("identity/o/api/token", csrf_exempt(token_or_down)),
        path("account/", include("allauth.account.urls")),
        path("", include("allauth.idp.urls")),
    ]


urlpatterns: list[URLPattern | URLResolver] = []  # filled once the settings are there


class Quiet(WSGIRequestHandler):
    def log_message(self, *_told: object) -> None:
        """Nobody reads along."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


def main() -> None:
    os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    configure(Path(sys.argv[1]))
    urlpatterns.extend(addresses())
    from allauth.idp.oidc.adapter import DefaultOIDCAdapter  # noqa: PLC0415
    from allauth.idp.oidc.models import PrivateKey  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    class Adapter(DefaultOIDCAdapter):
        def populate_id_token(self, id_token, *_args, **_kwargs):
            id_token.update(wrongs.get("claims", {}))
            for name in wrongs.get("without", []):
                id_token.pop(name, None)

        def get_signing_key(self):
            return PrivateKey(pem=KEY)

        def list_private_keys(self, **_kwargs):
            return [PrivateKey(pem=OTHER_KEY if wrongs.get("other_keys") else KEY)]

    sys.modules[__name__].Adapter = Adapter
    call_command("migrate", verbosity=0)
    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Quiet)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201
    server.serve_forever()


if __name__ == "__main__":
    main()
