"""The mark that lies in the data folder while a restore goes on: with it the portal does not start."""

from pathlib import Path

from django.conf import settings


def mark() -> Path:
    return Path(settings.DATA) / "restoring"
