"""Deny by default: every address says who may open it."""

import pytest
from django.urls import URLPattern, get_resolver

LIBRARIES = ("allauth.", "ninja.", "django.", "whitenoise.")


def views(patterns=None, prefix=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address, pattern.callback
        else:
            yield from views(pattern.url_patterns, address)


def test_every_view_says_who_may_open_it():
    unmarked = [
        address
        for address, view in views()
        if not hasattr(view, "access") and not view.__module__.startswith(LIBRARIES)
    ]
    assert unmarked == []


@pytest.mark.django_db
def test_pages_of_the_office_ask_strangers_to_sign_in(client):
    guarded = [
        "/" + address
        for address, view in views()
        if getattr(view, "access", "public") != "public" and "<" not in address and "^" not in address
    ]
    assert guarded
    for address in guarded:
        response = client.get(address)
        assert response.status_code in (302, 405), address
        if response.status_code == 302:
            assert response["Location"].startswith("/account/login"), address
