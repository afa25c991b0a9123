"""The office's own pages about accounts. Sign-in, addresses, passwords and second factors are allauth's."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from chancery.core.refusal import Refused


def me(request: HttpRequest) -> int:
    """Who is asking, on a page for those who are signed in."""
    user_id = request.user.pk
    assert user_id is not None  # the mark on the view has seen to it
    return user_id


def number(text: str | None) -> int:
    """An id out of a form; 0, which nothing has, where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


def told(request: HttpRequest, act: Callable[[], object], done: str) -> None:
    """Do it, and tell on the next page that it is done, or why it is not."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
