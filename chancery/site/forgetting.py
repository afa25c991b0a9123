"""How the rooms forget: a person, and what has lain long enough.

`FORGETTERS` are in the order in which a person is forgotten: those rooms that write first, then what they wrote
on, the account last. Each is a room's ``actions.forget_person(user_id, at=)``. A room that holds what the law does not
keep, and is not in this list, is found by the canary test (``site/tests/test_canary.py``), which fills every table.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from chancery.records.accounts import actions as accounts
from chancery.records.documents import actions as documents
from chancery.records.mail import actions as mail
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import queries as traces
from chancery.services.contact import actions as contact
from chancery.services.docket import actions as docket
from chancery.services.examination import actions as examination
from chancery.services.filing import actions as filing
from chancery.services.search.alerts import alerts
from chancery.services.search.batches import workbooks
from chancery.site.backup import sweeping as backups

FORGETTERS: tuple[Callable[..., Any], ...] = (
    filing.forget_person,
    examination.forget_person,
    docket.forget_person,
    contact.forget_person,
    alerts.forget_person,
    workbooks.forget_person,
    mail.forget_person,
    privacy.forget_person,
    partial(documents.forget_person, named=traces.is_named),
    accounts.forget_person,
    backups.forget_person,
)

DISPOSERS: Mapping[str, Callable[..., object]] = {
    "contact.Question": contact.erase_questions,
    "search.Alert": alerts.erase,
}
"""Tables of which more goes than the row, when its period is over: the room's own way to erase some, by key."""
