"""The peer of ``bench/signon.py``: django-oauth-toolkit in a plain Django project, hardened as its documentation says.

Sign-in is Django's own page; store, sessions and password hashing are as in the office. Its tokens, like ours, are kept
in the store; OpenID Connect is on, with RS256.
"""

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application

from chancery.site import environment

DATA = Path(os.environ["BENCH_PEER"])
SECRET_KEY = "a benchmark keeps no secrets"
ROOT_URLCONF = "bench.signon_peer_urls"
ALLOWED_HOSTS = ["*"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": environment.sqlite(DATA / "peer.sqlite3")}
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "oauth2_provider",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
LOGIN_PAGE = """<form method="post">{% csrf_token %}{{ form }}
<input type="hidden" name="next" value="{{ next }}"><button>Sign in</button></form>"""
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        ("django.template.loaders.locmem.Loader", {"registration/login.html": LOGIN_PAGE}),
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    }
]
LOGIN_URL = "/login/"
if os.environ.get("BENCH_PASSWORDS") == "fast":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
KEY = DATA / "peer.pem"
OAUTH2_PROVIDER = {
    "OIDC_ENABLED": True,
    "OIDC_RSA_PRIVATE_KEY": KEY.read_text() if KEY.exists() else "",
    "PKCE_REQUIRED": True,
    "COMPLIANT_BCP_RFC9700_PKCE_METHOD": True,
    "SCOPES": {"openid": "That it is you", "profile": "Your name", "email": "Your address"},
    "REFRESH_TOKEN_EXPIRE_SECONDS": 30 * 24 * 3600,
}


def application(environ, start_response):
    """The peer; made on the first request, because Django wants its settings to be whole first."""
    return _project()(environ, start_response)


def _project(made: list = []):  # noqa: B006 - kept on purpose
    if not made:
        made.append(get_wsgi_application())
    return made[0]
