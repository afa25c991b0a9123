"""Settings come from the environment: few, typed, and a wrong one fails at the start with its remedy."""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from chancery.core.kept import kept

PREFIX = "CHANCERY_"


def text(name: str, default: str = "") -> str:
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off"}:
        return False
    raise ImproperlyConfigured(f"{PREFIX}{name} is {value!r}. Set it to yes or no.")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{PREFIX}{name} is {value!r}. Set it to a whole number, such as {default}.")
    return int(value)


def choice(name: str, choices: tuple[str, ...]) -> str:
    """One of a few words; the first is the default."""
    value = text(name, choices[0])
    if value not in choices:
        raise ImproperlyConfigured(f"{PREFIX}{name} is {value!r}. Choose one of: {', '.join(choices)}.")
    return value


def names(name: str, default: str = "") -> list[str]:
    """A list, separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def roles(name: str, default: str) -> frozenset[str]:
    """Which Offices of the Treaty this is: ``RO,IB,ISA/EP``. Without a code a role is had for every Office."""
    chosen = frozenset(names(name, default))
    wrong = [one for one in chosen if not re.fullmatch(r"(RO|IB|ISA|IPEA|DO)(/[A-Z]{2})?", one)]
    if wrong:
        raise ImproperlyConfigured(
            f"{PREFIX}{name} names {', '.join(sorted(wrong))}. Write roles such as RO,IB,ISA/EP,IPEA/EP,DO/CH."
        )
    return chosen


def folder(name: str, default: Path) -> Path:
    return Path(text(name, str(default))).expanduser().resolve()


def folders(name: str, default: Path) -> list[Path]:
    """One folder or several, separated by commas."""
    return [Path(one).expanduser().resolve() for one in names(name, str(default))]


def colour(name: str, default: str) -> str:
    """Six hexadecimal digits, such as ``#17365c``."""
    value = text(name, default)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ImproperlyConfigured(f"{PREFIX}{name} is {value!r}. Write a colour such as {default}.")
    return value


def drawing(name: str, default: Path) -> Path:
    """The path of an SVG file. It is drawn into every page, so it holds no script."""
    path = folder(name, default)
    drawn = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if "<svg" not in drawn or "<script" in drawn:
        raise ImproperlyConfigured(f"{PREFIX}{name} must name an SVG file without scripts; {path} is none.")
    return path


def database(data: Path) -> dict[str, Any]:
    """``CHANCERY_DATABASE``: empty for SQLite in the data folder, or ``postgresql://user:password@host:port/name``."""
    address = text("DATABASE")
    if not address:
        return sqlite(data / "chancery.sqlite3")
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"{PREFIX}DATABASE must look like postgresql://user:password@host:5432/name, or be empty for SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with a write-ahead log, synced at each commit: what has been acknowledged survives a power cut."""
    return {
        "ENGINE": "chancery.core.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": ":memory:"},
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;"
            " PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;",
        },
    }


def smtp() -> dict[str, Any]:
    """``CHANCERY_SMTP``: empty (letters are kept and shown in the account) or ``smtp[s]://user:password@host:port``."""
    address = text("SMTP")
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(f"{PREFIX}SMTP must look like smtp://user:password@host:587, or be empty.")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
    }


def secret(path: Path) -> str:
    """A secret of this installation, made on first use, readable by its owner only."""
    return kept(path, make=lambda: secrets.token_urlsafe(48).encode()).decode().strip()
