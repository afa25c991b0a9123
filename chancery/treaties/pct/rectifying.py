"""Rule 91: which data of the request can be rectified one by one, and the application as rectified."""

from collections.abc import Iterator
from typing import Any

from chancery.treaties.kernel.plain import BadData
from chancery.treaties.pct.application import Application

WHOLE = ("title", "correspondence_address")
OF_PEOPLE = ("name", "address", "country", "nationality", "residence")
OF_AGENTS = ("name", "address", "country")
OF_CLAIMS = ("office", "number", "filed_on")
LISTS = (("parties", OF_PEOPLE), ("agents", OF_AGENTS), ("priority_claims", OF_CLAIMS))


def rectifiable(application: Application) -> tuple[str, ...]:
    """The paths of the data that may hold an obvious mistake: ``title``, ``priority_claims.0.filed_on``, …"""
    return (*WHOLE, *_of_items(application))


def _of_items(application: Application) -> Iterator[str]:
    for name, fields in LISTS:
        for place, _item in enumerate(getattr(application, name)):
            yield from (f"{name}.{place}.{field}" for field in fields)


def datum(application: Application, path: str) -> str:
    """What stands there now. Raises ``BadData`` for a path that can not be rectified."""
    holder, field = _place(application, application.to_dict(), path)
    return str(holder[field] or "")


def rectified(application: Application, path: str, meant: str) -> Application:
    """The application with what was meant in place of the mistake.

    Raises ``BadData`` where that cannot stand there: an empty title, a day that is none. Whether the mistake is
    obvious is for the competent Authority (Rule 91.1(c)).
    """
    text = meant.strip()
    if not text:
        raise BadData(path, "say what was meant")
    plain = application.to_dict()
    holder, field = _place(application, plain, path)
    holder[field] = text
    return Application.from_dict(plain)


def _place(application: Application, plain: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    if path not in rectifiable(application):
        raise BadData(path, "this is no datum of the request that is rectified by itself")
    *way, field = path.split(".")
    holder: Any = plain
    for step in way:
        holder = holder[int(step) if step.isdigit() else step]
    return holder, field
