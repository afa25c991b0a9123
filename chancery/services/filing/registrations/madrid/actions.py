"""What is done in the draft of a mark besides writing its fields: choosing parties, taking over terms."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.services.filing import content, whole
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.madrid.book import MADRID
from chancery.services.filing.registrations.madrid.offered import wants_intention
from chancery.services.filing.whole import Saved
from chancery.treaties import madrid
from chancery.treaties.kernel.plain import to_plain


def designate(draft: int, *, parties: Iterable[str], by: int, at: datetime) -> Saved:
    """Designate exactly these parties. What was said of those that stay, stays.

    A party that wants the intention to use the mark declared takes its designation for it (Rule 7(2)).
    """
    wanted = dict.fromkeys(parties)
    with transaction.atomic():
        row = _open(draft, by=by, at=at)
        unknown = [code for code in wanted if (one := madrid.party(code)) is None or one.through]
        if unknown:
            message = _("“{text}” cannot be designated.").format(text=unknown[0][:20])
            raise Refused.because(message, cites="Madrid Art. 3ter(1)", field="designations")
        known = row.application["designations"]
        stay = [place for place, one in enumerate(known) if not one["party"] or one["party"] in wanted]
        content.reorder(MADRID, row.application, (row.unread, row.files), "designations", stay)
        there = {one["party"] for one in row.application["designations"]}
        row.application["designations"] += [_designation(code) for code in wanted if code not in there]
        return _stored(row, "designations", at=at)


def _designation(code: str) -> dict[str, object]:
    new: dict[str, object] = to_plain(madrid.Designation(party=code))
    return new | {"intends_use": wants_intention(new)}


def take_terms(draft: int, *, terms: Sequence[tuple[int, str]], by: int, at: datetime) -> Saved:
    """Put terms, each with its class, into the list, and the list in the order of the classes."""
    with transaction.atomic():
        row = _open(draft, by=by, at=at)
        goods = row.application["goods"]
        there = {(one["number"], one["text"].casefold()) for one in goods}
        asked = dict.fromkeys((number, text.strip()) for number, text in terms)
        new = [(number, text) for number, text in asked if text and (number, text.casefold()) not in there]
        if len(goods) + len(new) > MADRID.most:
            message = _("The list is full: at most {most} are taken.").format(most=MADRID.most)
            raise Refused.because(message, field="goods")
        goods += [to_plain(madrid.Good(number, text)) for number, text in new]
        _sort(row)
        return _stored(row, "goods", at=at)


def sort_goods(draft: int, *, by: int, at: datetime) -> Saved:
    """Put the list in the order of the classes; within a class it stays as it is."""
    with transaction.atomic():
        row = _open(draft, by=by, at=at)
        _sort(row)
        return _stored(row, "goods", at=at)


def _sort(row: Draft) -> None:
    goods = row.application["goods"]
    order = sorted(range(len(goods)), key=lambda place: goods[place]["number"])
    content.reorder(MADRID, row.application, (row.unread, row.files), "goods", order)


def _open(draft: int, *, by: int, at: datetime) -> Draft:
    row = whole.open_draft(draft, by=by, on=clock.local_day(at))
    if row.treaty != MADRID.treaty:
        raise Refused.because(_("This is not the draft of a mark."))
    return row


def _stored(row: Draft, touched: str, *, at: datetime) -> Saved:
    row.revision += 1
    row.touch(touched)
    return whole.store(row, at=at)
