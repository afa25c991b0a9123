"""The office's own pages about accounts. Sign-in, addresses, passwords and second factors are allauth's."""

from django.http import HttpRequest


def me(request: HttpRequest) -> int:
    """Who is asking, on a page for those who are signed in."""
    user_id = request.user.pk
    assert user_id is not None  # the mark on the view has seen to it
    return user_id


def number(text: str | None) -> int:
    """An id out of a form; 0, which nothing has, where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
