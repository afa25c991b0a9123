"""From what was asked to the event that is entered: pieces of forms, and the two commonest events."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chancery.core.event import Event
from chancery.records.register import actions as register
from chancery.records.register.events import PaperReceived, RequestChanged
from chancery.services.filing.acts.asking import Deed
from chancery.services.filing.shapes import Field
from chancery.treaties.kernel.plain import to_plain


def under(path: str, asked: tuple[Field, ...]) -> tuple[Field, ...]:
    """The same fields under a path: ``parties.0.name``."""
    return tuple(replace(one, name=f"{path}.{one.name}") for one in asked)


def shown(path: str, item: Any, asked: tuple[Field, ...]) -> dict[str, Any]:
    """What stands now in these fields of an item."""
    plain: Mapping[str, Any] = to_plain(item)
    answers = {True: "yes", False: "no", None: ""}
    return {
        f"{path}.{one.name}": answers[plain[one.name]] if one.kind == "answer" else plain[one.name] or ""
        for one in asked
    }


def taken(item: Any, path: str, asked: tuple[Field, ...], values: Mapping[str, Any]) -> Any:
    """The item with what the fields say."""
    return type(item)(**{**_attributes(item), **{one.name: values[f"{path}.{one.name}"] for one in asked}})


def _attributes(item: Any) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__dataclass_fields__}


def changed(deed: Deed, **fields: Any) -> Event:
    """The request with these fields changed; its files stay."""
    application = replace(deed.right.application, **fields)
    return RequestChanged(**deed.common, application=register.lean(application))


def paper(deed: Deed, **facts: str) -> Event:
    """A paper under the next number of the file."""
    said = {name: text for name, text in facts.items() if text}
    return PaperReceived(**deed.with_files, paper=len(deed.right.papers) + 1, facts=said)
