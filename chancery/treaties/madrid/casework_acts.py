"""What a Madrid case file may ask of the life of a mark.

``doing`` in ``given`` names acts, ``asks`` what they are asked for (parties, goods, new owner), ``happenings`` what
happened to the registration, ``listed`` how many goods and services it has. Results are ``can`` (the acts that can be
done on the day of the case), ``why_KEY`` (what stands against one, by name), ``late_KEY``, ``known_KEY`` (what is to be
known before), ``fee_KEY`` (its total); ``statuses`` (keys), ``status_XX``, ``code_XX`` and ``protected_XX`` (places in
the list) of a party; ``drops`` (the parties that drop out of a renewal), ``next_number``.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from chancery.treaties.kernel.plain import BadData
from chancery.treaties.madrid.acts import ACTS, Asked, Possible, possible
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.dependency import successor
from chancery.treaties.madrid.happenings import Happening
from chancery.treaties.madrid.protection import Protection, places, protection
from chancery.treaties.madrid.record import Record
from chancery.treaties.madrid.renewal import dropped
from chancery.treaties.madrid.statuses import statuses
from chancery.treaties.madrid.statuses_party import party_statuses


def folded(
    happenings: Sequence[Happening], application: Application, record: Record, listed: int, on: date
) -> Protection:
    """Where goods and services stand on the day of the case."""
    goods = listed or len(application.goods) or 1
    return protection(happenings, goods=goods, origin=record.holder or record.origin or application.origin, on=on)


def results(
    keys: Iterable[str], application: Application, record: Record, found: Protection, *, on: date, asks: Asked
) -> dict[str, Any]:
    """All results for one case. Raises ``BadData`` for an act that is none."""
    told: dict[str, Any] = {"can": []}
    for key in keys:
        one = _possible(key, application, record, found, on=on, asks=asks)
        told["can"] += [key] if one.open else []
        told[f"why_{key}"] = [finding.rule for finding in one.findings]
        told[f"known_{key}"] = [finding.rule for finding in one.notes]
        told[f"late_{key}"] = bool(one.late)
        told[f"fee_{key}"] = ", ".join(map(str, one.fees.totals)) if one.fees else ""
    return told


def standing(record: Record, found: Protection, on: date) -> dict[str, Any]:
    """The statuses of a case: of the registration, and of each party."""
    told: dict[str, Any] = {"statuses": [one.key for one in statuses(record, on=on)]}
    for one in party_statuses(found):
        told[f"status_{one.party}"] = one.status.key
        told[f"code_{one.party}"] = one.code
        told[f"protected_{one.party}"] = list(places(found.protected(one.party)))
    told["drops"] = [one.party for one in dropped(found)]
    return told


def numbered(number: str, taken: Iterable[str]) -> dict[str, Any]:
    """The number of the next part of a registration. Raises ``BadData`` for what is no number."""
    try:
        return {"next_number": successor(number, taken)} if number else {}
    except ValueError as error:
        raise BadData("number", str(error)) from None


def _possible(
    key: str, application: Application, record: Record, found: Protection, *, on: date, asks: Asked
) -> Possible:
    try:
        return possible(key, record, application, found, on=on, asked=asks)
    except KeyError:
        raise BadData("doing", f"{key!r} is no act; there are {', '.join(act.key for act in ACTS)}") from None
