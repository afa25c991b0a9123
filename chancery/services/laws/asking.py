"""How the calculators are asked: by the address, which is the state."""

from typing import Any

from django.http import HttpRequest


def asked(kind: Any, request: HttpRequest, **first: Any) -> Any:
    """The form with the facts of the address; without any, an empty one with what most people begin with."""
    known = set(kind().fields) & set(request.GET)
    return kind(request.GET) if known else kind(initial=first)


def status(form: Any) -> int:
    """400 where the facts cannot be read."""
    return 400 if form.is_bound and form.errors else 200
