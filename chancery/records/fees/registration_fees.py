"""What a registration file owes, until when, and what goes back: its system's answer, in the amounts of each day.

The fees of the application have the codes of its system. Those of a later request begin with its number
(``2.limitation``); a second part names its party (``second_US``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_noop

from chancery.core.ledger import Entry
from chancery.records.register import events
from chancery.records.register import queries as files
from chancery.records.register.queries import Registration
from chancery.treaties import madrid
from chancery.treaties.kernel import FeeLine, Money, Step, TimeLimit
from chancery.treaties.registrations import Asked

OF_THE_APPLICATION = frozenset(
    {events.ApplicationPresented.kind(), events.ApplicationForwarded.kind(), events.IrregularityRemedied.kind()}
)
LIMITS = ("fees_short", "publication_fee")
"""The time limits that are for a payment of the application itself, by their keys: the first that runs is told."""

SECOND_PARTS = {"madrid": "34(3)", "hague": "12(3)"}
PUBLICATION = "pay_publication_fee"
LATER_CODE = re.compile(r"(\d+\.|second_)")
HALF = Decimal("0.5")
WHOLE = "application"
ENDED = gettext_noop("Fees of the application")
DECLINED = gettext_noop("Fees of a request that is not recorded")


@dataclass(frozen=True, kw_only=True)
class Back:
    """What goes back: ``code`` is "application", or the beginning of the codes of a request (``2.``)."""

    code: str
    label: str
    amount: Money | None
    cites: str
    steps: tuple[Step, ...] = ()


def owed(file: Registration, entries: Sequence[Entry]) -> tuple[FeeLine, ...]:
    """The fees of the application as it was presented and mended, in the amounts of the day of its receipt."""
    if file.received_on is None or file.is_part:
        return ()  # a part was paid for as a whole
    plain = next(entry.body["application"] for entry in reversed(entries) if _has_application(entry))  # type: ignore[index]
    application = file.system.application(plain)
    return tuple(_coded(file.system.fees(application, on=file.received_on).lines, ""))


def _has_application(entry: Entry) -> bool:
    return entry.kind in OF_THE_APPLICATION and bool(entry.body and entry.body.get("application"))


def limit(file: Registration) -> TimeLimit | None:
    """Until when the fees of the application are to be paid, where a notice or the end of a deferment says so."""
    running = {one.key: one for one in file.limits() if one.done_on is None}
    return next((running[key] for key in LIMITS if key in running), None)


def owed_later(file: Registration, entries: Sequence[Entry]) -> tuple[FeeLine, ...]:
    """The fees of what came later: a deferred publication, each request, each second part."""
    return (*_publication(file), *_of_requests(file, entries), *_second_parts(file))


def _publication(file: Registration) -> tuple[FeeLine, ...]:
    if getattr(file.application, "publication", "") != "deferred" or file.received_on is None:
        return ()
    sheet = file.possible(PUBLICATION, on=file.received_on).fees
    return sheet.lines if sheet else ()


def _of_requests(file: Registration, entries: Sequence[Entry]) -> Iterator[FeeLine]:
    """Each in the amounts of the day of its receipt, on the file as it stood before it: a late renewal costs more."""
    for entry in entries:
        if entry.kind != events.RequestPresented.kind() or entry.body is None:
            continue
        asked = events.RequestPresented.from_body(entry.body)
        before = files.registration(file.number, version=entry.version - 1)
        if before is None or asked.facts.get("by") or asked.act in {PUBLICATION, "pay_second_part"}:
            continue  # of the Bureau's own, carried over from another file, or the entry of a payment itself
        request = next(one for one in file.requests if one.request == asked.request)
        sheet = before.possible(asked.act, on=request.received_on, asked=request.asked).fees
        yield from _coded(sheet.lines if sheet else (), f"{asked.request}.")


def _second_parts(file: Registration) -> Iterator[FeeLine]:
    rule = SECOND_PARTS.get(file.system.key)
    told = {one.party: one.dated for one in file.notices if one.rule == rule}
    told |= {one.office: one.on for one in file.statements if one.act == "ask_for_second_part"}
    for party, day in sorted(told.items()):
        sheet = file.possible("pay_second_part", on=day, asked=Asked(parties=(party,))).fees
        for line in sheet.lines if sheet else ():
            yield replace(line, code=f"second_{party}")


def _coded(lines: Iterable[FeeLine], prefix: str) -> Iterator[FeeLine]:
    """The lines under the codes of a request; one that is named twice has a number from the second time on."""
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.code] = seen.get(line.code, 0) + 1
        again = f".{seen[line.code]}" if seen[line.code] > 1 else ""
        yield replace(line, code=f"{prefix}{line.code}{again}"[:60])


# What goes back


def goes_back(file: Registration) -> tuple[Back, ...]:
    """What is paid back of an application that ended, and of requests that are not recorded."""
    whole = (_of_application(file),) if file.ended in {"abandoned", "refused"} else ()
    declined = (one for one in file.requests if one.declined_on)
    requests = (_of_request(file, one.request) for one in declined)
    return tuple(one for one in (*whole, *requests) if one)


def _of_application(file: Registration) -> Back | None:
    """All but half of the basic fee (Madrid Rule 11(5)), or all but one basic fee (Hague Rule 14(3)); else nothing."""
    paid = paid_of(file, WHOLE)
    if paid is None or file.received_on is None:
        return None
    if file.system.key == "madrid":
        running = madrid.refund("application", paid, on=file.received_on)
        amount, steps = (running.amount, running.steps) if running else (None, ())
        return _back(WHOLE, ENDED, amount, "Madrid Rule 11(5)", steps)
    if file.system.key == "hague":
        lines = file.system.fees(file.application, on=file.received_on).lines
        basic = next(line.amount for line in lines if line.code == "basic")
        back = paid - basic if isinstance(basic, Money) else None
        steps = (Step(f"{paid} paid, less the basic fee of {basic}", "Hague Rule 14(3)", str(back)),)
        return _back(WHOLE, ENDED, back, "Hague Rule 14(3)", steps)
    return None


def _back(code: str, label: str, amount: Money | None, cites: str, steps: tuple[Step, ...]) -> Back:
    """Never less than nothing."""
    kept = Money.of(max(amount.amount, Decimal(0)), amount.currency) if amount else None
    return Back(code=code, label=label, amount=kept, cites=cites, steps=steps)


def _of_request(file: Registration, number: int) -> Back | None:
    code = f"{number}."
    paid = paid_of(file, code)
    if paid is None or file.system.key == "lisbon":
        return None
    cites = "Madrid Rule 26(2)" if file.system.key == "madrid" else "Hague Rule 21(5)"
    back = paid * HALF
    steps = (Step(f"{paid} paid, less half", cites, str(back)),)
    return _back(code, DECLINED, back, cites, steps)


def paid_of(file: Registration, code: str) -> Money | None:
    """What was paid of the application, or of a request by the beginning of its codes; nothing where nothing was."""
    amounts = [Money.of(one.amount, one.currency) for one in file.payments if covers(code, one.line)]
    total: Money | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    return total


def covers(code: str, line: str) -> bool:
    """Whether a payment for a line counts to what goes back under a code."""
    return line.startswith(code) if code != WHOLE else not LATER_CODE.match(line)


def request_of(code: str) -> int:
    """The request of which a fee is, by its code; 0 where it is of none."""
    number, dot, _rest = code.partition(".")
    return int(number) if dot and number.isdigit() else 0


def settles(file: Registration, line: str) -> dict[str, Any] | None:
    """What an act a payment is by itself: of a publication, or of the second part for a party."""
    if line == "publication" and file.system.key == "hague":
        return {"act": PUBLICATION, "parties": ()}
    if line.startswith("second_"):
        return {"act": "pay_second_part", "parties": (line.removeprefix("second_"),)}
    return None
