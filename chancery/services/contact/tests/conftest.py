"""The cast: Alice has an account, Bo has none, Olga and Otto are officers."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from chancery.records.accounts import actions as accounts
from chancery.services.contact import actions

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday


@dataclass(frozen=True)
class Cast:
    alice: int
    olga: int
    otto: int


@pytest.fixture
def cast(db) -> Cast:
    ids = {}
    for name in ("alice", "olga", "otto"):
        ids[name] = accounts.open_account(f"{name}@example.org", name=name.title(), password="correct horse battery")
        if name != "alice":
            accounts.grant(ids[name], role="officer", by=None, at=AT)
    return Cast(**ids)


@pytest.fixture
def ask(db):
    """Put a question as Bo, who has no account: ``ask(by=cast.alice)`` as Alice."""

    def ask(text="Which fee do I owe?", *, by=None, at=AT, **changes) -> actions.Asked:
        given = {"about": "", "name": "Bo", "email": "bo@example.org", "language": "en", **changes}
        return actions.ask("fees", text=text, by=by, at=at, **given)

    return ask


def secret(asked: actions.Asked) -> str:
    return asked.href.strip("/").rpartition("/")[2]
