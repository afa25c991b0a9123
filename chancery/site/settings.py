"""Settings of the portal. What an operator may change is read from the environment (docs/operating/settings.md)."""

from datetime import timedelta
from pathlib import Path

from chancery.site import environment, identity_providers

ROOT = Path(__file__).resolve().parents[2]

# The office

DATA = environment.folder("DATA", ROOT / "var")
DATA.mkdir(parents=True, exist_ok=True)
DEMO = environment.flag("DEMO", default=True)
OFFICE_NAME = environment.text("OFFICE_NAME", "Chancery")
OFFICE_SHORT = environment.text("OFFICE_SHORT", OFFICE_NAME)
OFFICE_CODE = environment.text("OFFICE_CODE", "IB")
OFFICE_ROLES = environment.roles("OFFICE_ROLES", "RO,IB,ISA,IPEA,DO" if DEMO else "RO,IB")
OFFICE_TIME_ZONE = environment.text("OFFICE_TIME_ZONE", "Europe/Zurich")
OFFICE_MARK = environment.drawing("OFFICE_MARK", ROOT / "chancery/site/static/site/mark.svg")
OFFICE_COLOUR_DEEP = environment.colour("OFFICE_COLOUR_DEEP", "#17365c")
OFFICE_COLOUR_SEAL = environment.colour("OFFICE_COLOUR_SEAL", "#8c1d2f")
OFFICE_CONTACT = environment.text("OFFICE_CONTACT", "office@chancery.example")
SITE_URL = environment.text("URL", "http://localhost:8000").rstrip("/")

# The ledger, files, search

LEDGER_ORIGIN = environment.text("LEDGER_ORIGIN", "chancery.example/register")
LEDGER_KEY = DATA / "ledger.key"
FILES_DIR = environment.folder("FILES", DATA / "files")
INDEX_DIR = environment.folder("INDEX", DATA / "index")
SEARCH_URLS = environment.names("SEARCH_URLS")
SEARCH_NAME = environment.text("SEARCH_NAME", "chancery")
SEARCH_SHARDS = environment.number("SEARCH_SHARDS", 1)
SEARCH_DEAR = environment.number("SEARCH_DEAR", 500)
SEARCH_SECONDS = environment.number("SEARCH_SECONDS", 5)
SEARCH_ALLOWANCE = environment.number("SEARCH_ALLOWANCE", 600)
WEBHOOKS_MAY_REACH: tuple[str, ...] = ()  # networks besides the public ones; for tests, and never from outside
BACKUPS = environment.folder("BACKUPS", DATA / "backups")
BACKUP_KEYS = environment.folders("BACKUP_KEYS", DATA / "backup-keys")
BACKUP_KEEP_DAYS = environment.number("BACKUP_KEEP_DAYS", 30)
UPLOAD_LIMIT = environment.number("UPLOAD_LIMIT", 25 * 1024 * 1024)
FONT_DIR = ROOT / "chancery/site/static/site/fonts/print"

# Django

SECRET_KEY = environment.text("SECRET_KEY") or environment.secret(DATA / "secret.key")
SECRET_KEY_FALLBACKS = environment.names("OLD_SECRET_KEYS")
DEBUG = environment.flag("DEBUG", default=False)
ALLOWED_HOSTS = environment.names("HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = environment.names("ORIGINS", SITE_URL)
DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "chancery.site.urls"
WSGI_APPLICATION = "chancery.site.wsgi.application"
SITE_ID = 1

OUTSIDE = identity_providers.read(environment.text("IDENTITY_PROVIDERS"))

INSTALLED_APPS = [
    "chancery.site",
    "chancery.services.filing",
    "chancery.services.examination",
    "chancery.services.docket",
    "chancery.services.search",
    "chancery.services.laws",
    "chancery.services.contact",
    "chancery.services.analytics",
    "chancery.records.fees",
    "chancery.records.mail",
    "chancery.records.register",
    "chancery.records.documents",
    "chancery.records.accounts",
    "chancery.records.accounts.signon",
    "chancery.records.privacy",
    "chancery.core",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.idp.oidc",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    *(["allauth.socialaccount.providers.saml"] if identity_providers.SAML in OUTSIDE else []),
    "django_htmx",
]

MIDDLEWARE = [
    "chancery.services.analytics.middleware.Counted",
    "django.middleware.security.SecurityMiddleware",
    "chancery.site.cookies.DeclaredCookies",
    "chancery.site.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "chancery.site.activity.Activity",
    "chancery.site.looking.Looks",
    "chancery.site.acceptance.ShowsTheNotice",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "chancery.site.furniture.furniture",
            ],
        },
    }
]

# Accounts: e-mail sign-in, verification, TOTP and passkeys, recovery codes, session list

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "chancery.records.accounts.passwords.NotLeaked"},
    {"NAME": "chancery.records.accounts.passwords.NotOfTheHouse"},
]
LOGIN_REDIRECT_URL = "dashboard"
LOGIN_URL = "account_login"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "chancery.records.accounts.forms.SignUp"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before the addresses of an account are changed
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = False  # linking an account elsewhere asks by itself (`signon.views.outside`)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "chancery.records.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if environment.flag("PROXY", default=False) else 0  # whose address is limited in rate
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_URL.startswith("http://localhost")
USERSESSIONS_TRACK_ACTIVITY = True

# Single sign-on for other services (OpenID Connect): keys beside the ledger's, everything lives for a time

SIGNON_KEYS = DATA / "signon.keys"
SIGNON_SUBJECTS_KEY = DATA / "subjects.key"
SIGNON_CODE = timedelta(minutes=1)
SIGNON_ID_TOKEN = timedelta(minutes=5)
SIGNON_ACCESS = timedelta(minutes=15)
SIGNON_REFRESH = timedelta(days=30)
SIGNON_LONGEST = timedelta(days=180)
IDP_OIDC_ADAPTER = "chancery.records.accounts.signon.adapter.OIDCAdapter"

# Signing in here with an account elsewhere: only where the operator's file names one (docs/operating/sign-on.md)

SOCIALACCOUNT_PROVIDERS = OUTSIDE
SOCIALACCOUNT_ADAPTER = "chancery.records.accounts.signon.outside.OutsideAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address that a provider names opens nobody's account
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False

# Who sends a dangerous form has shown lately who they are; some acts take two persons: where two hold the role ("two"),
# always, or never

STEP_UP = "chancery.records.accounts.stepup.asked"
TWO_PERSONS = environment.choice("TWO_PERSONS", ("two", "always", "never"))
DANGEROUS_ACTS = "chancery.site.wiring.DANGEROUS_ACTS"
MUST_BE_SECONDED = "chancery.records.accounts.actions.must_be_seconded"  # asked by rooms that may not import it

# Mail: real SMTP by setting; without it, letters are kept and shown in the account and nothing leaves the machine

SMTP = environment.smtp()
globals().update(SMTP)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if SMTP else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("FROM", f"{OFFICE_NAME} <{OFFICE_CONTACT}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Languages, time

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LOCALE_PATHS = [ROOT / "chancery/site/locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = OFFICE_TIME_ZONE

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False

# Cookies and headers: none before sign-in or a chosen language (a form's CSRF cookie comes with the form)

SECURE = SITE_URL.startswith("https://")
HOST_ONLY = "__Host-" if SECURE else ""  # browsers then hold a cookie to this host, and to https
SESSION_COOKIE_NAME = f"{HOST_ONLY}session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{HOST_ONLY}csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "chancery.site.views.csrf_failure"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("PROXY", default=False) else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Uploads: a form of ten megabytes is refused by the form, not by a reset connection

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# The API: requests a minute, by address, and by account where a token is sent

API_RATE = environment.number("API_RATE", 600)
API_RATE_SIGNED_IN = environment.number("API_RATE_SIGNED_IN", 1200)

# Questions to the office: working days until the answer it means to give; months until an answered one is erased

CONTACT_ANSWER_DAYS = environment.number("CONTACT_ANSWER_DAYS", 5)
CONTACT_KEEP_MONTHS = environment.number("CONTACT_KEEP_MONTHS", 12)

# How the portal is used: counted without cookies, published with noise; networks of countries, if there is a table

ANALYTICS = environment.flag("ANALYTICS", default=True)
ANALYTICS_COUNTRIES = environment.text("ANALYTICS_COUNTRIES")

# Goods and services: a folder of tables of terms that this office accepts, beside those that are shipped

GOODS_TERMS = environment.text("GOODS_TERMS")

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "loggers": {
        "chancery": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}

# The privacy notice is made from what every room declares. The room that shows it may not import the site, where the
# rooms are put together, so it is told by name where the declarations are.

PRIVACY_HOLDINGS = "chancery.site.wiring.HOLDINGS"
MANDATES = "chancery.records.accounts.queries.acts_for"  # asked by the register: who acts for whom
PRIVACY_COOKIES = "chancery.site.wiring.COOKIES"
PRIVACY_STORES = "chancery.site.stores.STORES"
PRIVACY_TYPESETTER = "chancery.records.documents.actions.typeset"
SECURITY_CONTACT = environment.text("SECURITY_CONTACT", OFFICE_CONTACT)
PRIVACY_OFFICER = environment.text("PRIVACY_OFFICER")
PRIVACY_AUTHORITY = environment.text("PRIVACY_AUTHORITY")
NOTICE_ACCEPTANCE = environment.flag("NOTICE_ACCEPTANCE", default=False)
PRIVACY_FOLLOWERS = "chancery.site.wiring.FOLLOWERS"
PRIVACY_RIGHTS = "chancery.site.rights.RIGHTS"
PRIVACY_FORGETTERS = "chancery.site.forgetting.FORGETTERS"

# Whoever writes to a person goes through one door, told by name to the rooms that may not import it

TELL = "chancery.records.mail.actions.tell"
SEND_NOTE = "chancery.records.mail.actions.send_note"
MAIL_SENDERS = "chancery.site.wiring.SENDERS"
STOP_ALL = "chancery.records.mail.actions.stop_all"

# The accounts bring along what a person has chosen, and ask whether a browser asks not to be followed

SIGNED_IN = "chancery.site.preferences.bring_along"
HONOURS_GPC = "chancery.site.preferences.honours_gpc"

SILENCED_SYSTEM_CHECKS: list[str] = []
