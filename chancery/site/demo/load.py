"""The demonstration office: accounts with random passwords, fictional applications and registrations, records of other
registers.
"""

import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from chancery.core import clock, follow, ledger
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.site.demo import applications, records, registrations

CAST = (
    ("applicant", "Amina Okafor", ()),
    ("attorney", "Jonas Lindqvist", ()),
    ("officer", "Mei Tanaka", ("officer",)),
    ("publisher", "Rafael Ortiz", ("publisher",)),
    ("operator", "Nadia Haddad", ("operator",)),
)
BATCH = 500


def load(console: Console) -> None:
    """Whatever of the demonstration office is not there yet. Interrupted, it goes on where it stopped."""
    _open_accounts(at=clock.now())
    _tell_rights(console)
    _import_records(console)


def _tell_rights(console: Console) -> None:
    """The applicant's fictional applications and registrations, with the time that they have behind them."""
    applicant = people.by_email(_address("applicant"))
    if applicant is not None:  # an operator may have renamed the account
        with console.status("Telling the applications and registrations of the demonstration office"):
            applications.load(by=applicant.id)
            registrations.load(by=applicant.id)


def _import_records(console: Console) -> None:
    """Records come in the same order each time, so their number says where to go on."""
    loaded, total = ledger.count(RecordImported.kind()), records.count()
    if loaded >= total:
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars:
        bar = bars.add_task("Loading the demonstration office", total=total, completed=loaded)
        waiting = islice(_events(), loaded, None)
        while batch := list(islice(waiting, BATCH)):
            register.import_records(batch, at=clock.now())
            bars.advance(bar, len(batch))
    with console.status("Making the records findable"):
        follow.catch_up(import_string(settings.PRIVACY_FOLLOWERS), at=clock.now())


def _events() -> Iterator[RecordImported]:
    for collection, key, facts, source in records.read():
        yield RecordImported(collection=collection, key=key, facts=facts, source=source)


def _open_accounts(*, at: datetime) -> None:
    """One account a role. The passwords are this installation's own, and kept where its operator can read them."""
    note = Path(settings.DATA) / "demo-accounts.txt"
    if note.exists() and any(people.by_email(_address(word)) for word, _name, _roles in CAST):
        return  # the note alone was left by a process that died before the accounts were there
    lines = []
    with transaction.atomic():
        for word, name, roles in CAST:
            email, password = _address(word), secrets.token_urlsafe(9)
            if people.by_email(email) is None:
                user_id = accounts.open_account(email, name=name, password=password)
                for role in roles:
                    accounts.grant(user_id, role=role, by=None, at=at)
                lines.append(f"  {word:<10} {email:<24} {password}\n")
        _keep(note, "".join(lines))


def _address(word: str) -> str:
    return f"{word}@demo.example"


def _keep(note: Path, text: str) -> None:
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
