"""Problem documents (RFC 9457): what the API says when it cannot do what was asked."""

import difflib
import json
import logging
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from chancery.core.wire import Problem, ToldFinding, camel_path
from chancery.treaties.kernel import Finding

log = logging.getLogger("chancery.api")
MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its word in ``type``, its title, and what to do about it."""

    slug: str
    title: Any
    remedy: Any


KINDS: Mapping[int, Kind] = {
    400: Kind("bad-request", _("The request cannot be read"), _("Mend what the finding names; nothing was changed.")),
    401: Kind("no-token", _("A personal token is needed"), _("Send “Authorization: Bearer chy_…”.")),
    403: Kind("not-allowed", _("Your account may not do this"), _("Ask the office for the role.")),
    404: Kind("not-found", _("There is nothing at this address"), _("Check the address, or send a token.")),
    405: Kind("method", _("This address does not take that method"), _("The header Allow names those it takes.")),
    409: Kind("conflict", _("It has been changed in the meantime"), _("Read it again, then repeat your change.")),
    412: Kind("stale", _("It is no longer the version you read"), _("Read it again, then send its new ETag.")),
    413: Kind("too-large", _("What was sent is too large"), _("Send less at a time.")),
    415: Kind("media-type", _("This kind of content is not taken"), _("Send application/json.")),
    422: Kind("refused", _("What was sent is refused"), _("Each finding says which field, why, and by which rule.")),
    428: Kind("unconditional", _("Say which version you are changing"), _("Send If-Match with the ETag you read.")),
    429: Kind("too-many", _("Too many requests"), _("Wait as many seconds as Retry-After says.")),
    503: Kind("busy", _("Others are being served"), _("Wait as many seconds as Retry-After says.")),
    500: Kind(
        "failed", _("Something broke on our side"), _("Tell the office the errorId. What was confirmed is kept.")
    ),
}


def problem(
    request: HttpRequest,
    status: int,
    detail: str = "",
    *,
    findings: Iterable[ToldFinding] = (),
    headers: Mapping[str, str] | None = None,
    error_id: str | None = None,
) -> HttpResponse:
    """The document as a response. ``type`` leads to the page that explains it."""
    kind = KINDS[status]
    document = Problem(
        type=f"{settings.SITE_URL}/api/#{kind.slug}",
        title=str(kind.title),
        status=status,
        detail=detail or str(kind.remedy),
        instance=request.path,
        findings=list(findings),
        error_id=error_id,
    )
    body = document.model_dump(by_alias=True, exclude_none=True)
    text = json.dumps(body, ensure_ascii=True)
    return HttpResponse(text, status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """An error nobody expected: logged under an id that the document carries."""
    error_id = secrets.token_hex(4)
    log.error("Error %s at %s %s", error_id, request.method, request.path, exc_info=error)
    return problem(request, 500, error_id=error_id, headers={"X-Error-Id": error_id})


def told(findings: Iterable[Finding]) -> list[ToldFinding]:
    return [
        ToldFinding(cites=one.cites, message=one.message, field=camel_path(one.field), severity=one.severity)
        for one in findings
    ]


# What does not fit a schema


def misfits(errors: Iterable[Mapping[str, Any]], model: type[BaseModel], *, source: str) -> list[ToldFinding]:
    """What pydantic found, in words, with the field as it is written in the request."""
    return [_misfit(one, model, source=source) for one in errors]


def _misfit(error: Mapping[str, Any], model: type[BaseModel], *, source: str) -> ToldFinding:
    place = tuple(error["loc"])
    field = ".".join(str(part) for part in (place[1:] if source in ("body", "query", "form") else place))
    if error["type"] == "extra_forbidden":
        return ToldFinding(message=_unknown(str(place[-1]), _names_at(model, place[:-1])), field=field)
    return ToldFinding(message=_WORDS.get(error["type"], error["msg"]), field=field)


_WORDS = {
    "missing": "This field is needed.",
    "string_type": "Text is expected here.",
    "int_type": "A whole number is expected here.",
    "float_type": "A number is expected here.",
    "bool_type": "true or false is expected here.",
    "list_type": "A list is expected here.",
    "model_attributes_type": "An object is expected here.",
    "model_type": "An object is expected here.",
}


def _unknown(name: str, known: Iterable[str]) -> str:
    return f"There is no field {name[:80]!r} here; {near(name, known)}"


def near(name: str, known: Iterable[str]) -> str:
    """The names that come near, or all there are."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=3)
    if close:
        return "did you mean " + " or ".join(f"'{one}'" for one in close) + "?"
    return f"known are {', '.join(names)}." if names else "none is known."


def _names_at(model: Any, place: tuple[Any, ...]) -> list[str]:
    """The field names that are known where an unknown one stood."""
    for part in place:
        if isinstance(part, int):
            continue
        found = _fields(model).get(str(part))
        if found is None:
            return []
        model = _model_in(found)
    return list(_fields(model))


def _fields(model: Any) -> dict[str, Any]:
    fields = getattr(model, "model_fields", {})
    return {one.alias or name: one.annotation for name, one in fields.items()}


def _model_in(hint: Any) -> Any:
    """The schema inside a hint: of a list, of an optional, of an annotated one."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint
    return next((found for inner in get_args(hint) if (found := _model_in(inner))), None)
