"""How data cross the API: lowerCamelCase JSON that refuses what it does not know, and problems after RFC 9457.

Rooms build their ``router`` from these; the site mounts them and turns refusals into problem documents.
"""

import dataclasses
import re
import types
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pydantic
from django.http import HttpRequest
from ninja import Router, Schema
from ninja.security import HttpBearer
from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints, WithJsonSchema, create_model
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

LONGEST_TEXT, LONGEST_LIST, LARGEST_NUMBER = 10_000, 2_000, 1_000_000
_DAY = re.compile(r"(?:1[89]\d\d|20\d\d|21\d\d)-\d\d-\d\d")


class Asked(Schema):
    """What a caller sends. A field that does not exist is refused by name."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


class Told(pydantic.BaseModel):
    """What a caller gets. No schema of ninja's: it is made from values, never read off a model, in half the time."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


def router(**more: Any) -> Router:
    """A room's router: its answers are written in lowerCamelCase."""
    return Router(by_alias=True, **more)


# Values


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "A date is written YYYY-MM-DD, as 2026-11-22, between 1800 and 2199.")


def _text(value: Any) -> Any:
    if isinstance(value, str) and "\0" in value:
        raise PydanticCustomError("text", "Text cannot contain the character NUL.")
    return value


Day = Annotated[
    date, BeforeValidator(_day, json_schema_input_type=str), WithJsonSchema({"type": "string", "format": "date"})
]
Text = Annotated[str, BeforeValidator(_text), StringConstraints(strict=True, max_length=LONGEST_TEXT)]
Count = Annotated[int, Field(strict=True, ge=0, le=LARGEST_NUMBER)]
Measure = Annotated[float, Field(strict=True, ge=0, le=LARGEST_NUMBER, allow_inf_nan=False)]
_VALUES: Mapping[Any, Any] = {str: Text, date: Day, int: Count, float: Measure, bool: StrictBool}


def asked(kind: type, prefix: str = "") -> type[Asked]:
    """The schema of a dataclass of the treaties: same fields in lowerCamelCase, same defaults, bounded in size.

    ``prefix`` keeps the names of two treaties apart: both have a ``Record``.
    """
    return _asked(kind, prefix)


@cache
def _asked(kind: type, prefix: str) -> type[Asked]:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        one.name: (shape := _shape(hints[one.name], prefix), _default(one, shape)) for one in dataclasses.fields(kind)
    }
    made: type[Asked] = create_model(prefix + kind.__name__, __base__=Asked, __module__=__name__, **fields)
    return made


def _default(field: dataclasses.Field[Any], shape: Any) -> Any:
    """A field without a default must be sent; one that holds an object begins with an empty one."""
    if dataclasses.is_dataclass(field.default_factory):
        return Field(default_factory=shape)
    value = field.default
    return list(value) if isinstance(value, tuple) else ... if value is dataclasses.MISSING else value


def _shape(hint: Any, prefix: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _shape(inner[0], prefix) | None
    if origin is tuple:
        return Annotated[list[_shape(inner[0], prefix)], Field(max_length=LONGEST_LIST)]  # type: ignore[misc]
    if origin is Literal:
        return hint
    return asked(hint, prefix) if dataclasses.is_dataclass(hint) else _VALUES[hint]  # type: ignore[arg-type]  # a class


def plain(sent: Schema) -> dict[str, Any]:
    """What was sent as plain data under the treaties' own names, for ``from_dict``."""
    return sent.model_dump(exclude_unset=True)


def camel_path(field: str) -> str:
    """``priority_claims.0.filed_on`` → ``priorityClaims.0.filedOn``: a field as the API calls it."""
    return ".".join(to_camel(part) if "_" in part else part for part in field.split("."))


# Problems


class ToldFinding(Told):
    """One reason: the provision it rests on (empty where no law speaks), and the field it belongs to."""

    cites: str = ""
    message: str
    field: str = ""
    severity: Literal["prevents", "raised", "hint"] = "prevents"


class Problem(Told):
    """A problem document (RFC 9457). ``errorId`` names an unexpected error in the office's log."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    findings: list[ToldFinding] = []
    error_id: str | None = None


class Trouble(Exception):
    """Raised by a router to answer with a problem of that status."""

    def __init__(self, status: int, detail: str, *, findings: tuple[ToldFinding, ...] = (), **headers: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.findings = findings
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class PersonalToken(HttpBearer):
    """Asks for a personal token. The site has read it before, and put its owner into ``request.user``."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ARG002 - ninja's signature
        return request.user if request.user.is_authenticated else None


OPTIONAL_TOKEN: dict[str, Any] = {"security": [{}, {"PersonalToken": []}]}
"""``openapi_extra`` of an operation that shows more to those who send a token."""
