"""In which order the rooms forget a person: those that write first, then what they wrote on, the account last.

Each is a room's ``actions.forget_person(user_id, at=)``. A room that holds something that the law does not keep, and is
not in this list, is found by the canary test (``records/privacy/tests/test_erasure.py``) once somebody writes there.
"""

from collections.abc import Callable
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
from chancery.site.backup import sweeping as backups

FORGETTERS: tuple[Callable[..., Any], ...] = (
    filing.forget_person,
    examination.forget_person,
    docket.forget_person,
    contact.forget_person,
    mail.forget_person,
    privacy.forget_person,
    partial(documents.forget_person, named=traces.is_named),
    accounts.forget_person,
    backups.forget_person,
)
