"""What can happen to a registration file: marks (Madrid), designs (Hague), appellations and indications (Lisbon).

The three share their events: what an act is called, its system says (`treaties.registrations`). Dates are ISO text.
"""

from typing import Any

from chancery.core.event import Event


class ApplicationPresented(Event, frozen=True, kw_only=True):
    """An application for international registration has been received: by the Office of origin, or by the Bureau.

    Madrid Art. 2(2), Hague Art. 4(1), Lisbon Art. 5. ``office`` is the code of who received it.
    """

    number: str
    system: str
    office: str
    received_on: str
    application: dict[str, Any]
    documents: tuple[dict[str, Any], ...]


class ApplicationForwarded(Event, frozen=True, kw_only=True):
    """An Office has sent the application on, and the International Bureau has it.

    Madrid Art. 3(1), (4): with its certification, which stands in ``application``; Hague Rule 13(1).
    """

    from_office: str
    received_on: str
    application: dict[str, Any] | None = None
    remark: str = ""


class IrregularityNotified(Event, frozen=True, kw_only=True):
    """The International Bureau has found something wrong, or proposes something, and says until when to answer.

    ``rule`` names the notice as its system does ("11(2)", "12(1)", "14(1)"); ``remedied_by`` who must act; ``request``
    the later act that it is about, 0 where it is about the application. Madrid Rules 11 to 13, Hague Rule 14.
    """

    notice: int
    rule: str
    findings: tuple[dict[str, str], ...]  # cites, message, field
    dated: str
    due: str  # empty where the law gives no day
    remedied_by: str
    party: str = ""
    request: int = 0
    remark: str = ""


class IrregularityRemedied(Event, frozen=True, kw_only=True):
    """A notice has been answered. ``moves_the_date``: something that the date of registration waits for."""

    notice: int
    received_on: str
    application: dict[str, Any] | None = None
    documents: tuple[dict[str, Any], ...] = ()
    moves_the_date: bool = False
    remark: str = ""


class ApplicationEnded(Event, frozen=True, kw_only=True):
    """There will be no registration: considered abandoned, refused, rejected, or withdrawn by the applicant."""

    how: str  # "abandoned", "refused", "withdrawn"
    decided_on: str
    reason: str
    cites: str


class RegistrationMade(Event, frozen=True, kw_only=True):
    """The International Bureau has entered the registration in its Register. ``registered_on`` is the date it bears.

    Madrid Art. 3(4) and Rule 15, Hague Art. 10, Lisbon Art. 6.
    """

    registration_number: str
    registered_on: str
    entered_on: str
    parties: tuple[str, ...]
    cites: str


class PartiesNotified(Event, frozen=True, kw_only=True):
    """Designated parties have been told of the registration; from this day their time for refusal is counted.

    ``on`` is the day of sending (Madrid Rule 14(1), Hague Rule 26(3)), for Lisbon that of receipt (Art. 6(4)).
    """

    parties: tuple[str, ...]
    on: str


class RegistrationPublished(Event, frozen=True, kw_only=True):
    """The registration, or something that was recorded in it, has been published in an issue of the bulletin.

    ``what`` is "registration", or the key of the act that was recorded. Madrid Rule 32, Hague Rule 26.
    """

    registration_number: str
    published_on: str
    issue: str
    what: str = "registration"


class OfficeStated(Event, frozen=True, kw_only=True):
    """The Office of a designated party, or of origin, has stated something of the registration: a refusal, a grant.

    ``act`` is a key of the system's acts; ``things`` what it is about, all where there is none; ``days`` further days
    by name (``sent_on``, ``begins_on``); ``grounds`` of a refusal each with provision, text and earlier right.
    """

    statement: int
    office: str
    act: str
    on: str
    things: tuple[int, ...] = ()
    days: dict[str, str] = {}
    facts: dict[str, str] = {}
    grounds: tuple[dict[str, str], ...] = ()
    answer_until: str = ""
    documents: tuple[dict[str, Any], ...] = ()
    remark: str = ""


class RequestPresented(Event, frozen=True, kw_only=True):
    """Applicant or holder asks for something: a designation, a change, a limitation, renewal. ``act`` is its key.

    ``application`` is the application as it would stand if the request is recorded, where that changes it.
    """

    request: int
    act: str
    received_on: str
    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()
    facts: dict[str, str] = {}
    application: dict[str, Any] | None = None
    documents: tuple[dict[str, Any], ...] = ()
    signatures: tuple[dict[str, Any], ...] = ()
    remark: str = ""


class RequestRecorded(Event, frozen=True, kw_only=True):
    """What was asked for is entered in the Register. ``recorded_on`` is the day from which it counts.

    The request itself is not open to everyone; so what it was stands here as well. The register fills that in.
    """

    request: int
    recorded_on: str
    cites: str
    act: str = ""
    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()
    facts: dict[str, str] = {}
    application: dict[str, Any] | None = None
    remark: str = ""


class RequestDeclined(Event, frozen=True, kw_only=True):
    """What was asked for is not entered: abandoned for want of a remedy, or refused."""

    request: int
    decided_on: str
    reason: str
    cites: str


class RegistrationLapsed(Event, frozen=True, kw_only=True):
    """The registration has ended in some or all parties for want of a payment.

    ``what``: "lapsed" (not renewed), "second_part_unpaid", "publication_unpaid", "fee_unpaid".
    """

    what: str
    on: str
    cites: str
    parties: tuple[str, ...] = ()
    things: tuple[int, ...] = ()


OF_REGISTRATIONS: tuple[type[Event], ...] = (
    ApplicationPresented,
    ApplicationForwarded,
    IrregularityNotified,
    IrregularityRemedied,
    ApplicationEnded,
    RegistrationMade,
    PartiesNotified,
    RegistrationPublished,
    OfficeStated,
    RequestPresented,
    RequestRecorded,
    RequestDeclined,
    RegistrationLapsed,
)
"""Everything that can happen to a registration file, besides payments."""

DISCLOSED_OF_REGISTRATIONS = frozenset(
    kind.kind()
    for kind in OF_REGISTRATIONS
    if kind not in (IrregularityNotified, IrregularityRemedied, RequestPresented, RequestDeclined)
)
"""Entries of a published registration that anyone may read: what is in the International Register.

What the Bureau and the applicant wrote to each other before stays with them, as does what was asked for and not
recorded (Madrid Rule 32(1), Hague Rule 32, Lisbon Rule 19).
"""
