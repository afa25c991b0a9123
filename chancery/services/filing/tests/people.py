"""Who appears in these tests, and what they file."""

from datetime import UTC, datetime

from chancery.records.accounts import actions as accounts
from chancery.records.documents.tests import samples
from chancery.services.filing import actions
from chancery.services.filing.models import Draft

AT = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)


def person(name: str) -> int:
    return accounts.open_account(f"{name.lower()}@example.org", name=name, password="long enough to sign in")


def draft(by: int, *, documents: bool = True) -> int:
    """A draft that can be filed; its documents take a second or two to be measured."""
    pk = actions.start(by=by, at=AT)
    write(pk, by, FILEABLE)
    if documents:
        for kind in ("description", "claims"):
            actions.attach(pk, kind=kind, data=samples.pdf(), name=f"{kind}.pdf", by=by, at=AT)
    return pk


def write(pk: int, by: int, changes: dict) -> actions.Saved:
    return actions.save(pk, changes=changes, revision=revision(pk), by=by, at=AT)


def revision(pk: int) -> int:
    return Draft.objects.get(pk=pk).revision


FILEABLE = {
    "title": "Hinge with magnetic latch",
    "language": "en",
    "parties.0.kind": "natural",
    "parties.0.name": "OKAFOR, Ada",
    "parties.0.address": "Rue du Lac 1\n1003 Lausanne",
    "parties.0.country": "CH",
    "parties.0.nationality": "CH",
    "parties.0.residence": "CH",
    "parties.0.inventor": True,
    "searching_authority": "EP",
}
