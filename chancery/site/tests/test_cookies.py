"""No cookie that the privacy notice does not name reaches a browser."""

import logging

from django.http import HttpResponse
from django.test import RequestFactory

from chancery.site.cookies import DeclaredCookies


def answered(*names):
    def answer(request):
        response = HttpResponse("ok")
        for name in names:
            response.set_cookie(name, "1")
        return response

    return DeclaredCookies(answer)(RequestFactory().get("/"))


def test_a_declared_cookie_is_sent():
    assert set(answered("language").cookies) == {"language"}


def test_an_undeclared_cookie_is_held_back_and_logged(monkeypatch, caplog):
    monkeypatch.setattr(logging.getLogger("chancery"), "propagate", True)
    assert set(answered("language", "tracker").cookies) == {"language"}
    assert "'tracker' is not declared" in caplog.text
