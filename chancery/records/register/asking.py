"""Who is asking, in the words of the register's queries; the pages and the API say it the same way."""

from typing import Any

from django.http import HttpRequest


def asks(request: HttpRequest) -> dict[str, Any]:
    """``user_id`` and, for the office's own people, ``staff``."""
    user: Any = request.user
    if not user.is_authenticated:
        return {"user_id": None}
    return {"user_id": user.pk, "staff": user.holds("officer", "publisher")}
