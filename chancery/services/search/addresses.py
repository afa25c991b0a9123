"""Addresses in answers of the API. An answer has sixty, and to work each out by Django's ``reverse`` takes longer than
the search; so the address of each view is worked out once, and filled in.
"""

from functools import cache
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.http import RFC3986_SUBDELIMS

_KEPT = f"{RFC3986_SUBDELIMS}~:@"  # what ``reverse`` leaves as it is
_MARK = 9_100_000_001  # stands for an argument that may be any word or any number


def absolute(request: HttpRequest, view: str, *arguments: object) -> str:
    """The whole address of a view with its arguments in their order, on the host that was asked."""
    filled = _pattern(view, len(arguments), get_script_prefix())
    return at(request, filled.format(*(quote(str(each), safe=_KEPT) for each in arguments)))


def at(request: HttpRequest, path: str) -> str:
    """The whole address of a path. Django is asked for the host once an answer: it looks it over each time."""
    root: str | None = getattr(request, "asked_root", None)
    if root is None:
        root = f"{request.scheme}://{request.get_host()}"
        request.asked_root = root  # type: ignore[attr-defined]
    return root + path


@cache
def _pattern(view: str, arguments: int, _prefix: str) -> str:
    marks = range(_MARK, _MARK + arguments)
    address = reverse(view, args=[*marks])
    for mark in marks:
        address = address.replace(str(mark), "{}")
    return address
