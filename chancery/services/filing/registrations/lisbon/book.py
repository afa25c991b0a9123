"""The book of the Lisbon system: an appellation of origin or a geographical indication."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from chancery.services.filing.book import Book, Received, Said, Words
from chancery.services.filing.fields import SIGNATURE
from chancery.services.filing.files import Beside, kept_beside
from chancery.services.filing.registrations.lisbon.boxes import BOXES
from chancery.services.filing.registrations.presenting import present, received
from chancery.treaties import lisbon
from chancery.treaties.kernel import TimeLimit
from chancery.treaties.registrations import SYSTEMS

NEXT: Mapping[str, str | Promise] = {"refusal": gettext_lazy("Refusals, until")}

WORDS = Words(
    without_cites="Lisbon Rule 6(1)",
    raised=gettext_lazy(
        "You may hand it in all the same. The International Bureau will tell of these, with three months to mend them."
    ),
)


def _begin() -> lisbon.Application:
    """One name and one group of beneficiaries to be filled in."""
    return lisbon.Application(beneficiaries=(lisbon.Beneficiary(),), names=(lisbon.Denomination(),))


def _whole(
    application: lisbon.Application, _files: Mapping[str, Any], signed: list[dict[str, Any]]
) -> lisbon.Application:
    """The application, signed or not."""
    return replace(application, signed=bool(signed))


def assess(application: lisbon.Application, on: date) -> Said:
    """As if it were presented on this day."""
    fees = SYSTEMS["lisbon"].fees(application, on=on)
    return Said(lisbon.check(application, on=on), fees, limits(application, on))


def limits(application: lisbon.Application, on: date) -> tuple[TimeLimit, ...]:
    """What would run if it were presented on this day."""
    return lisbon.time_limits(lisbon.Record(origin=application.origin, received_on=on))


def _hand_in(application: lisbon.Application, *, files: list[dict[str, Any]], by: int, at: datetime) -> Received:
    return present("lisbon", application, office="IB", files=files, by=by, at=at)


def _title(data: Mapping[str, Any]) -> str:
    return next((one["text"] for one in data["names"] if one["text"]), "")


LISBON = Book(
    treaty="lisbon",
    name=gettext_lazy("Appellation of origin or geographical indication"),
    application=lisbon.Application,
    boxes=BOXES,
    new={
        "beneficiaries": lisbon.Beneficiary(),
        "names": lisbon.Denomination(),
        "translations": lisbon.Translation(),
        "protected_by": lisbon.HomeProtection(),
        "link": lisbon.Link(),
    },
    begin=_begin,
    title=_title,
    whole=_whole,
    assess=assess,
    limits=limits,
    documents=lambda _application, kept: kept_beside(kept),
    hand_in=_hand_in,
    received=received,
    uploads=Beside(places={}, empty={}),
    not_sent=("received_on", "signed"),
    labels={
        "protected_by": gettext_lazy("Protection at home"),
        "link": gettext_lazy("Link with the area"),
        "names": gettext_lazy("The name"),
        "beneficiaries": gettext_lazy("Beneficiaries"),
    },
    next_limits=NEXT,
    words=WORDS,
    hidden=tuple((f"signatures.#.{field.name}", field) for field in SIGNATURE),
)
