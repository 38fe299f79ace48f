"""Who gets in: sign-in by e-mail, second factors, and the only addresses open to everyone."""

import os

# Where the product is reached, without a slash at the end: for links in mail.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip(
    "/"
)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "keurmerk.accounts.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "keurmerk.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# Accounts are opened by staff, who know the address; there is no sign-up to confirm.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Keurmerk: "
# Whoever owns an account hears of a new password or second factor, also when somebody else did it.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Whether everybody but these roles may do nothing until a second factor is set: the processing agreement
# (Bijlage 5) asks it of all who work for the scheme, and a role that comes later is covered by itself.
SECOND_FACTOR_COMPULSORY = False
ROLES_WITHOUT_SECOND_FACTOR = frozenset({"school"})
MFA_TOTP_ISSUER = "Keurmerk"
USERSESSIONS_TRACK_ACTIVITY = False

# Every other address demands a session (keurmerk.accounts.middleware). A name, or a namespace and a star.
OPEN_URLS = frozenset(
    {
        "public:*",
        "health",
        "calendar-feed",  # calendars cannot sign in: whoever knows the secret address may read it
        "invitation-accept",  # whoever has the link of the mail may open it
        "interest",  # who wants the mark is nobody here yet
        "interest-sent",
        "interest-confirm",  # whoever has the link of the mail may open it
        "account_login",
        "account_signup",  # says that accounts are opened by Blik op Werk
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "openid_connect_login",
        "openid_connect_callback",
        "mfa_authenticate",
        "mfa_login_webauthn",
    }
)
