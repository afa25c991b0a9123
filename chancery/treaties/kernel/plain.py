"""Frozen dataclasses to plain JSON data and back, with errors that name the place and the remedy."""

import dataclasses
import difflib
import types
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal, Self, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class BadData(ValueError):
    """Plain data that does not fit: ``path`` says where (``"parties.0.country"``), the message what and the remedy."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.reason = message


def to_plain(value: Any) -> Any:
    """Dates become ISO text, tuples become lists, dataclasses become objects with every field."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {part.name: to_plain(getattr(value, part.name)) for part in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: type[T], data: Any, path: str = "") -> T:
    """Read a dataclass from plain data. Unknown keys are refused, with the names that come near."""
    if not isinstance(data, Mapping):
        raise BadData(path, f"an object is expected here, not {_called(data)}")
    shape: Any = kind
    hints = _hints(shape)
    for key in data:
        if key not in hints:
            raise BadData(_join(path, str(key)), f"there is no such field; {_near(str(key), hints)}")
    return kind(**{key: _read(hints[key], value, _join(path, key)) for key, value in data.items()})


class Plain:
    """Base of a dataclass that is written down as plain JSON data: an application, a record."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read plain data. Raises `BadData` with the place and the remedy."""
        return from_plain(cls, data)

    def to_dict(self) -> dict[str, Any]:
        """Plain data with every field; dates as ISO text."""
        plain: dict[str, Any] = to_plain(self)
        return plain


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {part.name: hints[part.name] for part in dataclasses.fields(kind)}


def _read(hint: Any, value: Any, path: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read_optional(hint, value, path)
    if origin is Literal:
        return _read_choice(get_args(hint), value, path)
    if origin is tuple:
        return _read_list(get_args(hint)[0], value, path)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return from_plain(hint, value, path)
    return _read_scalar(hint, value, path)


def _read_optional(hint: Any, value: Any, path: str) -> Any:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return None if value is None else _read(kinds[0], value, path)


def _read_choice(choices: tuple[Any, ...], value: Any, path: str) -> Any:
    if value not in choices:
        raise BadData(path, f"{value!r} is not one of {', '.join(repr(choice) for choice in choices)}")
    return value


def _read_list(item: Any, value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise BadData(path, f"a list is expected here, not {_called(value)}")
    return tuple(_read(item, each, _join(path, str(place))) for place, each in enumerate(value))


def _read_scalar(hint: Any, value: Any, path: str) -> Any:
    if hint is date:
        return _read_date(value, path)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise BadData(path, f"{_WORDS.get(hint, hint.__name__)} is expected here, not {_called(value)}")
    return value


def _read_date(value: Any, path: str) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadData(path, f"a date is written YYYY-MM-DD, as 2026-11-22; found {value!r}") from None


_WORDS = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}


def _called(value: Any) -> str:
    return "nothing" if value is None else _WORDS.get(type(value), type(value).__name__)


def _near(key: str, known: Mapping[str, Any]) -> str:
    close = difflib.get_close_matches(key, known, n=3)
    if close:
        return "did you mean " + " or ".join(repr(name) for name in close) + "?"
    return "the fields here are " + ", ".join(known)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
