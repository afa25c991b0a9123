"""The table of contents of what the Offices do on a case, beyond inviting, according and the negative finding."""

from chancery.services.examination.offices import (
    bureau,
    considered_withdrawn,
    copies,
    designated,
    examining,
    examining_defects,
    fee_notices,
    filing_date,
    invitations,
    priority,
    rectification,
    searching,
    translations,
)
from chancery.services.examination.offices.act import OfficeAct

ACTS: tuple[OfficeAct, ...] = (
    *fee_notices.ACTS,
    *invitations.ACTS,
    *translations.ACTS,
    *filing_date.ACTS,
    *priority.ACTS,
    *rectification.ACTS,
    *considered_withdrawn.ACTS,
    *copies.ACTS,
    *bureau.ACTS,
    *searching.ACTS,
    *examining.ACTS,
    *examining_defects.ACTS,
    *designated.ACTS,
)
BY_KEY = {act.key: act for act in ACTS}
