"""The API's readable page: drawn from its own schema, so that it cannot say what is not there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.site import limiter
from chancery.site.api import VERSION, api
from chancery.site.problems import KINDS

EXAMPLES: Mapping[str, str] = {
    "searchRecords": "?q=hinge+IC:E05D&collection=patents&pageSize=5",
    "explainQuery": "?q=PA:siemens+-latch",
    "similarMarks": "?name=rheosol&class=1",
    "goodsClasses": "?term=Sonnenbrillen&language=de",
    "classification": "nice",
    "symbol": "25",
    "collection": "indications",
    "key": "EUGI00000014254",
    "slug": "rule-80.5",
    "number": "PCT-IB2026-000001",
    "readProof.number": "1",
    "office": "IB",
    "day": "2026-12-25",
    "level": "0",
    "where": "000.p/1",
    "draft": "1",
}
BODIES: Mapping[str, Any] = {
    "checkApplication": {"application": {"title": "Hinge", "language": "en"}},
    "timeLimits": {
        "record": {
            "receivingOffice": "IB",
            "receivedOn": "2026-11-23",
            "priorityClaims": [{"office": "US", "filedOn": "2025-11-21"}],
        }
    },
    "fees": {"application": {"searchingAuthority": "EP", "format": "pdf", "feeReductionClaimed": False}},
}


@dataclass(frozen=True)
class Field:
    """A parameter or a field of a body; ``depth`` sets the fields of an object under it."""

    name: str
    kind: str
    said: str
    required: bool
    depth: int = 0


@dataclass(frozen=True)
class Operation:
    """One operation as the page shows it."""

    id: str
    tag: str
    method: str
    path: str
    summary: str
    said: str
    token: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answer: tuple[Field, ...]
    errors: tuple[tuple[int, Any], ...]
    curl: str


@public
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Each operation with its parameters, an example to paste, and its errors."""
    found = sorted(operations(), key=lambda one: one.tag)
    context = {
        "version": VERSION,
        "base": f"{settings.SITE_URL}{reverse('api:api-root')}",
        "groups": [(tag, list(rows)) for tag, rows in groupby(found, key=lambda one: one.tag)],
        "kinds": list(KINDS.items()),
        "rates": (settings.API_RATE, settings.API_RATE_SIGNED_IN, limiter.WINDOW),
    }
    return render(request, "site/api.html", context)


@cache
def operations() -> tuple[Operation, ...]:
    schema = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    return tuple(
        _operation(schema, path, method, one)
        for path, methods in schema["paths"].items()
        for method, one in methods.items()
    )


def _operation(schema: Mapping[str, Any], path: str, method: str, one: Mapping[str, Any]) -> Operation:
    security = one.get("security", [])
    body = one.get("requestBody", {}).get("content", {})
    answer: dict[str, Any] = next((one["responses"][code] for code in ("200", "201") if code in one["responses"]), {})
    return Operation(
        id=one["operationId"],
        tag=one.get("tags", [""])[0],
        method=method.upper(),
        path=path,
        summary=one["summary"],
        said=one.get("description", ""),
        token="" if not security else "optional" if {} in security else "needed",
        parameters=tuple(_parameter(each) for each in one["parameters"]),
        body=tuple(_fields(schema, _content(body))),
        answer=tuple(_fields(schema, _content(answer.get("content", {})))),
        errors=tuple((int(code), KINDS[int(code)]) for code in one["responses"] if int(code) in KINDS),
        curl=_curl(path, method, one),
    )


def _content(content: Mapping[str, Any]) -> Mapping[str, Any]:
    first: Mapping[str, Any] = next(iter(content.values()), {})
    return dict(first.get("schema", {}))


def _parameter(one: Mapping[str, Any]) -> Field:
    said = one.get("description", "")
    return Field(one["name"], f"{one['in']}, {_kind(one['schema'])}", said, one.get("required", False))


DEEPEST = 4


def _fields(schema: Mapping[str, Any], shape: Mapping[str, Any], depth: int = 0) -> Iterator[Field]:
    """The fields of an object, and under each the fields of what it holds; an object within itself is not entered."""
    known = _resolved(schema, shape)
    needed = known.get("required", [])
    for name, inner in known.get("properties", {}).items():
        yield Field(name, _kind(inner), inner.get("description", ""), name in needed, depth)
        within = _within(inner)
        if within != shape and depth < DEEPEST:
            yield from _fields(schema, within, depth + 1)


def _resolved(schema: Mapping[str, Any], shape: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = shape.get("$ref", "")
    return schema["components"]["schemas"][reference.rpartition("/")[2]] if reference else shape


def _within(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """The object inside a list or an optional value."""
    if "items" in shape:
        return dict(shape["items"])
    return next((one for one in shape.get("anyOf", ()) if "$ref" in one), shape)


def _kind(shape: Mapping[str, Any]) -> str:
    """A type in a few words: ``list of text``, ``one of a, b``, ``date or null``."""
    if "anyOf" in shape:
        return " or ".join(_kind(one) for one in shape["anyOf"])
    if "enum" in shape:
        return "one of " + ", ".join(str(one) or '""' for one in shape["enum"])
    if shape.get("type") == "array":
        return f"list of {_kind(shape['items'])}"
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "additionalProperties" in shape and isinstance(shape["additionalProperties"], Mapping):
        return f"object of {_kind(shape['additionalProperties'])}"
    return str(shape.get("format") or _PLAIN.get(shape.get("type", ""), shape.get("type", "anything")))


_PLAIN = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def _curl(path: str, method: str, one: Mapping[str, Any]) -> str:
    """A line that can be pasted into a terminal."""
    for each in one["parameters"]:
        if each["in"] == "path":
            name = each["name"]
            example = EXAMPLES.get(f"{one['operationId']}.{name}") or EXAMPLES.get(name, name)
            path = path.replace(f"{{{name}}}", example)
    parts = ["curl", f"'{settings.SITE_URL}{path}{EXAMPLES.get(one['operationId'], '')}'"]
    if method != "get":
        parts.insert(1, f"-X {method.upper()}")
    if one.get("security") and {} not in one["security"]:
        parts.append("-H 'Authorization: Bearer chy_…'")
    if one["operationId"] in BODIES:
        parts += ["-H 'Content-Type: application/json'", f"-d '{json.dumps(BODIES[one['operationId']])}'"]
    return " ".join(parts)
