"""Handing in an application for international registration, and what the register gave back for one."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing.book import Received


def present(
    system: str, application: Any, *, office: str, files: list[dict[str, Any]], by: int, at: datetime
) -> Received:
    """Present it to an Office, or to the International Bureau ("IB")."""
    filed = register.present(system, application.to_dict(), office=office, documents=files, by=by, at=at)
    return Received(filed.number, filed.entry, filed.at, filed.received_on)


def received(number: str) -> Received:
    """What was given back when this application was presented."""
    file = rights.registration(number)
    if file is None or file.received_at is None or file.received_on is None:
        raise Refused.because(_("There is no such application in the register."))
    return Received(number, file.entries[0], file.received_at, file.received_on)
