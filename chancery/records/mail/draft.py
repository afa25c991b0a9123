"""A letter before it is written: what it says, in the language that is active."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.records.documents.actions import LedgerProof
from chancery.records.register.queries import in_address, system_of
from chancery.treaties.kernel import Finding

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Subject, paragraphs, facts (label and value), findings; a proof where the letter is one."""

    subject: str
    paragraphs: tuple[str, ...]
    facts: Facts = ()
    findings: tuple[Finding, ...] = ()
    proof: LedgerProof | None = None


def instant(at: datetime) -> str:
    """``2026-11-23 10:00:07 CET``: the office's local time, its zone named."""
    here = at.astimezone(clock.office_zone())
    return f"{here:%Y-%m-%d %H:%M:%S} {here.tzname()}"


def entry_facts(entry: Entry) -> Facts:
    return ((_("Ledger entry"), str(entry.number)), (_("Entered"), instant(entry.at)))


def files(documents: Iterable[dict[str, Any]]) -> Facts:
    """Every file as received, each with the hash that proves it unchanged."""
    rows: list[tuple[str, str]] = []
    for one in documents:
        told = [str(one.get("name", "")), _sheets(one.get("sheets")), _bytes(one.get("size"))]
        rows.append((_capital(str(one.get("kind", ""))) or _("File"), ", ".join(filter(None, told))))
        rows.append(("SHA-256", str(one.get("sha256", ""))))
    return tuple(rows)


def _sheets(count: Any) -> str:
    return ngettext("%(count)s sheet", "%(count)s sheets", count) % {"count": count} if count else ""


def _bytes(count: Any) -> str:
    return _("%(count)s bytes") % {"count": f"{count:,}"} if isinstance(count, int) else ""


def _capital(text: str) -> str:
    """A part of the application ("description") at the beginning of a line, in the letter's language."""
    translated = _(text) if text else ""
    return translated[:1].upper() + translated[1:]


def page_of(number: str) -> str:
    """The address of an application's page in the register."""
    page = "register:registration" if system_of(number) else "register:right"
    return settings.SITE_URL + reverse(page, args=[in_address(number)])
