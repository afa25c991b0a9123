"""The office under ``bench/signon.py``: its own settings, without the limit on sign-ins from one address, which a
benchmark is. ``BENCH_PASSWORDS=fast``: passwords are hashed in no time, on both sides.
"""

import os

from chancery.site.settings import *  # noqa: F403

ACCOUNT_RATE_LIMITS = False
if os.environ.get("BENCH_PASSWORDS") == "fast":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def application(environ, start_response):
    """The portal itself; made on the first request, because Django wants its settings to be whole first."""
    return _portal()(environ, start_response)


def _portal(made: list = []):  # noqa: B006 - kept on purpose
    if not made:
        from django.core.wsgi import get_wsgi_application

        made.append(get_wsgi_application())
    return made[0]
