"""The office's own pages about accounts. Sign-in, addresses, passwords and second factors are allauth's."""

from django.http import HttpRequest


def me(request: HttpRequest) -> int:
    """Who is asking, on a page for those who are signed in."""
    user_id = request.user.pk
    assert user_id is not None  # the mark on the view has seen to it
    return user_id
