"""The API: the rooms' routers under one roof, with what every answer has in common. After WIPO ST.90."""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    QueryDict,
    StreamingHttpResponse,
)
from django.urls import URLPattern, URLResolver, re_path
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError, ValidationErrorContext
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from chancery.core import clock
from chancery.core.access import public
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.core.wire import Problem, ToldFinding, Trouble
from chancery.finder import QueryError
from chancery.records.accounts import queries as accounts
from chancery.records.register.api import router as register_router
from chancery.records.register.api_registrations import router as registrations_router
from chancery.services.analytics.api import router as analytics_router
from chancery.services.docket.api import router as docket_router
from chancery.services.examination.registrations.api import router as desk_router
from chancery.services.filing.api import router as filing_router
from chancery.services.laws.api import router as laws_router
from chancery.services.search.alerts.api import router as alerts_router
from chancery.services.search.alerts.watches_api import router as watches_router
from chancery.services.search.alerts.webhooks_api import router as webhooks_router
from chancery.services.search.api import router as search_router
from chancery.services.search.batches.workbooks_api import router as workbooks_router
from chancery.services.search.exports.api import router as exports_router
from chancery.services.search.fairness.api import router as fairness_router
from chancery.services.search.fairness.quota import Allowance
from chancery.services.search.languages.api import router as languages_router
from chancery.services.search.query_api import router as queries_router
from chancery.services.search.records.api import router as records_router
from chancery.services.search.saved.api import router as saved_router
from chancery.site import limiter
from chancery.site.navigation import router as navigation_router
from chancery.site.problems import KINDS, MEDIA_TYPE, failed, misfits, near, problem, told

VERSION = "1"
DESCRIPTION = (
    "What the pages of this office show and do, for machines: the same questions, the same acts, the same law."
)
TAKEN = frozenset({"application/json", "multipart/form-data", "application/pdf"}) | {
    *("image/jpeg", "image/png", "image/tiff", "audio/mpeg", "audio/wav", "video/mp4")
}
FORM_ROOM = 1024 * 1024  # what a form adds to the file it carries
ALWAYS = (400, 404, 405, 422, 429, 500, 503)
WITH_BODY = (401, 413, 415)
WITH_TOKEN = (401, 403)
ON_CHANGE = (409, 412, 428)


class StrictJson(Parser):
    """JSON as RFC 8259 has it: no NaN, no name twice, no half of a surrogate pair."""

    def parse_body(self, request: HttpRequest) -> Any:
        data = json.loads(request.body, parse_constant=_no_constant, object_pairs_hook=_no_name_twice)
        json.dumps(data, ensure_ascii=False).encode()
        return data


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _value in pairs}) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return dict(pairs)


class Api(NinjaAPI):
    """django-ninja, with problems that name the field and a schema that says which problems there are."""

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> ValidationError:
        found: list[dict[str, Any]] = []
        for context in error_contexts:
            source = str(context.model.__ninja_param_source__)
            errors = context.pydantic_validation_error.errors(include_url=False, include_input=False)
            found += [one.model_dump() for one in misfits(errors, context.model, source=source)]
        return ValidationError(found)

    def get_openapi_schema(self, **how: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**how)
        schema["components"]["schemas"]["Problem"] = Problem.model_json_schema(
            ref_template="#/components/schemas/{model}"
        )
        schema["components"]["schemas"] |= schema["components"]["schemas"]["Problem"].pop("$defs", {})
        schema["components"].setdefault("securitySchemes", {})["PersonalToken"] = {"type": "http", "scheme": "bearer"}
        for methods in schema["paths"].values():
            for method, operation in methods.items():
                _say_problems(operation, reading=method == "get")
        return schema


def _say_problems(operation: dict[str, Any], *, reading: bool) -> None:
    said = operation["responses"]
    if reading:
        said[304] = {"description": "Not modified since the ETag that was sent"}
    needs_token = {} not in operation.get("security", [{}])
    codes = {*ALWAYS, *((401,) if reading else WITH_BODY), *(WITH_TOKEN if needs_token else ())}
    codes |= set(ON_CHANGE if needs_token and not reading else ())
    for code in sorted(codes):
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        said.setdefault(code, {"description": str(KINDS[code].title), "content": content})


api = Api(
    title="Chancery API",
    version=VERSION,
    description=DESCRIPTION,
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url=None,
    parser=StrictJson(),
)
api.add_router("", search_router)
api.add_router("", queries_router)
api.add_router("", exports_router)
api.add_router("", fairness_router)
api.add_router("", languages_router)
api.add_router("", records_router)
api.add_router("", saved_router)
api.add_router("", alerts_router)
api.add_router("", watches_router)
api.add_router("", webhooks_router)
api.add_router("", workbooks_router)
api.add_router("", laws_router)
api.add_router("", register_router)
api.add_router("", registrations_router)
api.add_router("", filing_router)
api.add_router("", docket_router)
api.add_router("", desk_router)
api.add_router("", navigation_router)
api.add_router("", analytics_router)


# Refusals


@api.exception_handler(Trouble)
def _trouble(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(request, error.status, error.detail, findings=error.findings, headers=error.headers)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    status = 409 if isinstance(error, Conflict) else 403 if isinstance(error, Denied) else 422
    return problem(request, status, str(error), findings=told(error.findings))


@api.exception_handler(QueryError)
def _query(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(request, 400, str(error), findings=[ToldFinding(message=str(error), field="q")])


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(request, 404)


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(request, 401, headers={"WWW-Authenticate": "Bearer"})


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    """What ninja itself refuses: in practice a body that is no JSON."""
    detail = "The body is not JSON as RFC 8259 has it." if error.status_code == 400 else str(error)
    return problem(request, error.status_code if error.status_code in KINDS else 400, detail)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(request, 422, findings=[ToldFinding(**one) for one in error.errors])


@api.exception_handler(Exception)
def _failed(request: HttpRequest, error: Any) -> HttpResponse:
    return failed(request, error)


# What every request passes


View = Callable[..., HttpResponse]


def _only_known(run: View) -> View:
    """Refuse a query parameter that the operation does not have: a misspelt filter must not find everything."""
    models = run.__self__.models  # type: ignore[attr-defined]  # a bound method of ninja's Operation
    query = [model for model in models if model.__ninja_param_source__ == "query"]
    known = frozenset(name for model in query for name in model.__ninja_flatten_map__)

    @wraps(run)
    def strictly(request: HttpRequest, **arguments: Any) -> HttpResponse:
        found = [
            ToldFinding(message=f"There is no parameter {name[:80]!r} here; {near(name, known)}", field=name[:80])
            for name in request.GET
            if name not in known
        ]
        return problem(request, 400, findings=found) if found else run(request, **arguments)

    return strictly


api.add_decorator(_only_known, mode="view")


def edge(view: View) -> Callable[..., HttpResponseBase]:
    """What surrounds every operation: who asks, how often, how much; and what stands on every answer."""

    @wraps(view)
    def at_edge(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.user = AnonymousUser()  # a session is not accepted here
        if is_head := request.method == "HEAD":
            request.method = "GET"
        refused = _token(request)
        allowance = limiter.take(request, second=int(clock.now().timestamp()))
        if allowance.exceeded:
            refused = problem(request, 429, headers={"Retry-After": str(allowance.reset)})
        response = refused or _cannot_take(request) or view(request, *args, **kwargs)
        finished = _finished(request, response, allowance)
        return _without_body(request, finished) if is_head else finished

    at_edge.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie is read
    at_edge.access = "public"  # type: ignore[attr-defined]  # an operation that needs a token asks for it itself
    return at_edge


def _token(request: HttpRequest) -> HttpResponse | None:
    """Put the token's owner into the request. A token that is not good is refused even where none is needed."""
    given = request.headers.get("Authorization", "")
    if not given:
        return None
    scheme, _space, token = given.partition(" ")
    user = accounts.by_token(token.strip()) if scheme.lower() == "bearer" else None
    if user is None:
        detail = "The token is unknown, revoked, or not sent as “Authorization: Bearer chy_…”."
        return problem(request, 401, detail, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
    request.user = user
    return None


def _cannot_take(request: HttpRequest) -> HttpResponse | None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdigit() else 0
    if size > _most(request):
        return problem(request, 413, f"At most {_most(request)} bytes are taken here.")
    if size and request.content_type not in TAKEN:
        return problem(request, 415)
    return _unreadable(request.GET, request)


def _most(request: HttpRequest) -> int:
    is_json = request.content_type == "application/json"
    return int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE if is_json else settings.UPLOAD_LIMIT + FORM_ROOM)


def _unreadable(query: QueryDict, request: HttpRequest) -> HttpResponse | None:
    """A NUL is no text: no store keeps it, and no index finds it."""
    if any("\0" in value for values in query.lists() for value in (values[0], *values[1])):
        return problem(request, 400, "Text cannot contain the character NUL.")
    return problem(request, 404) if "\0" in request.path else None


def _finished(request: HttpRequest, response: HttpResponse, allowance: Allowance) -> HttpResponse:
    if response.status_code == 405 and response.get("Content-Type") != MEDIA_TYPE:
        allowed = response["Allow"].split(", ")
        response = problem(request, 405, headers={"Allow": ", ".join([*allowed, *["HEAD"] * ("GET" in allowed)])})
    if request.method == "GET" and response.status_code == 200 and not response.streaming:
        response.headers.setdefault("ETag", f'"{hashlib.sha256(response.content).hexdigest()[:32]}"')
        response.headers.setdefault("Cache-Control", "private, no-cache" if _known(request) else "no-cache")
        response = _unless_known(request, response)
    for name, value in getattr(request, "allowances", {}).items():
        response.headers[name] = value
    limiter.tell(response, allowance)
    patch_vary_headers(response, ("Authorization", "Accept-Language"))
    return response


def _without_body(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """What HEAD answers: the headers of GET, whose body is not sent (RFC 9110, 9.3.2) nor, where it is streamed, made:
    what would have made it ends with the response that it was for.
    """
    request.method = "HEAD"
    if response.streaming:
        return StreamingHttpResponse((), status=response.status_code, headers=response.headers)
    response.headers.setdefault("Content-Length", str(len(response.content)))
    response.content = b""
    return response


def _unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 where the caller has this version already. ``If-Match`` says nothing of reading, and is passed over."""
    has = {tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))}
    if not has & {"*", response["ETag"]}:
        return response
    unchanged = HttpResponseNotModified()
    for name in ("ETag", "Cache-Control", "Content-Language", "Last-Modified"):
        if name in response:
            unchanged[name] = response[name]
    return unchanged


def _known(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated)


@public
@edge
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address below the API where nothing is."""
    return problem(request, 404)


def urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """The API's addresses, each with the edge around it, and an answer for all others below it."""
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        assert isinstance(pattern, URLPattern)
        pattern.callback = edge(pattern.callback)
    return [*patterns, re_path("", nowhere)], app_name, namespace
