"""Nobody opens by its number what is not theirs: every address, every verb, every kind of person, against the table."""

import pytest

from chancery.site.api import api
from tests.addresses import API
from tests.attacks.walking import LETTERS, Visitor
from tests.attacks.who_may import WHO
from tests.house.test_access import LIBRARIES, views

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE_VERBS, API_VERBS = ("get", "post"), ("get", "post", "put", "patch", "delete")
STAFF = {"Otto": "officer", "Petra": "publisher", "Oscar": "operator"}

ENTRANCE = frozenset({
    "account_login", "account_signup", "account_logout", "account_inactive", "account_email_verification_sent",
    "account_confirm_email", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done", "account_confirm_login_code",
    "mfa_authenticate", "mfa_trust", "mfa_login_webauthn", "account_request_login_code", "account_verify_phone",
    "account_change_phone", "account_signup_by_passkey", "mfa_signup_webauthn", "socialaccount_login_cancelled",
    "socialaccount_login_error", "socialaccount_signup", "openid_connect_login", "openid_connect_callback",
})  # fmt: skip
"""Pages of the library that are for people who are not signed in yet, or who leave. Every other one asks to sign in."""

PUBLIC_OPERATIONS = frozenset({
    "Records", "Law", "Register", "Ledger", "Navigation", "Use of the portal", "Alerts by e-mail",
})  # fmt: skip
"""Groups of operations of the API that need no token, by their tag. Every operation of another group does."""

OBSERVATIONS = "/api/v1/applications/{number}/observations"
"""Anybody may observe, by name or without: these operations of another group need no token either."""


@pytest.mark.parametrize("name", LETTERS)
def test_each_opens_what_is_theirs_and_nothing_else(name, world, addresses):
    visitor, wrong = Visitor(name, world), []
    for place in addresses:
        if not place.names_something or place.route not in WHO:
            continue
        for verb in API_VERBS if place.there.startswith(API) else PAGE_VERBS:
            may, is_in = LETTERS[name] in WHO[place.route].get(verb, ""), visitor.is_let_in(place, verb)
            if bool(is_in) != may:
                wrong.append(f"{verb} {place.route}: {name} is {'let in' if is_in else 'kept out'}")
    assert wrong == []


def test_every_address_that_names_something_says_who_may_open_it(addresses):
    there = {place.route for place in addresses if place.names_something}
    assert there - set(WHO) == set(), "say in tests/attacks/who_may.py who may open them"
    assert set(WHO) - there == set(), "these addresses are not there any more"


def test_a_verb_that_nobody_named_is_taken_from_nobody(world, addresses):
    visitor, taken = Visitor("Ada", world), []
    for place in addresses:
        for verb in API_VERBS if place.there.startswith(API) else PAGE_VERBS:
            if place.route in WHO and verb not in WHO[place.route] and visitor.opens(place.there, verb)[0] != 405:
                taken.append(f"{verb} {place.route}")
    assert taken == []


@pytest.mark.parametrize("name", LETTERS)
def test_what_a_view_says_of_itself_is_so(name, world, addresses):
    """By the mark on the view: for everyone, for those who are signed in, for roles of the office."""
    marks, wrong = {route: getattr(view, "access", "") for route, view in views()}, []
    for place in addresses:
        mark = marks[place.route]
        if not mark or mark == "public":
            continue
        for verb in PAGE_VERBS:
            status, _words = Visitor(name, world).opens(place.there, verb)
            barred = status == 401 if name == "nobody" else status == 403 and not may(name, mark)
            if barred != (not may(name, mark)):
                wrong.append(f"{verb} {place.route} is for {mark}: {name} gets {status}")
    assert wrong == []


def may(name, mark):
    if mark == "signed in":
        return name != "nobody"
    return STAFF.get(name) in mark.split(" or ")


def test_pages_of_the_library_are_for_those_who_are_signed_in_or_are_declared(world, addresses):
    told, visitor = [], Visitor("nobody", world)
    names = dict(library_names())
    for place in addresses:
        name = names.get(place.route)
        if name is None or name in ENTRANCE:
            continue
        for verb in PAGE_VERBS:
            status = visitor.opens(place.there, verb)[0]
            if status not in (401, 405):
                told.append(f"{verb} {place.route} ({name}): {status}")
    assert told == []


def library_names(patterns=None, prefix=""):
    from django.urls import URLPattern, get_resolver

    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            yield from library_names(pattern.url_patterns, address)
        elif not hasattr(pattern.callback, "access") and pattern.callback.__module__.startswith(LIBRARIES):
            yield address, pattern.name


def test_every_operation_of_the_api_asks_for_a_token_or_is_declared_public(client, settings):
    settings.API_RATE = 10**9
    open_ones, closed = set(), []
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            if {} in (operation.get("security") or [{}]):
                open_ones |= set() if path.startswith(OBSERVATIONS) else set(operation["tags"])
                continue
            address = path.replace("{number}", "PCT-IB2026-000001").replace("{act}", "send_letter")
            for name, value in (
                ("draft", "1"),
                ("invitation", "1"),
                ("place", "0"),
                ("showing", "mark"),
                ("kind", "claims"),
                ("day", "1"),
            ):
                address = address.replace(f"{{{name}}}", value)
            answer = client.generic(method.upper(), address, "{}", "application/json")
            if answer.status_code != 401:
                closed.append(f"{method} {path}: {answer.status_code}")
    assert closed == []
    assert open_ones <= PUBLIC_OPERATIONS
