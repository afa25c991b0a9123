"""Who is asking, in the words of the register's queries; the pages and the API say it the same way."""

from typing import Any

from django.http import HttpRequest

from chancery.core import clock


def asks(request: HttpRequest) -> dict[str, Any]:
    """``user_id``, the day on which it is asked and, for the office's own people, ``staff``."""
    user: Any = request.user
    if not user.is_authenticated:
        return {"user_id": None, "on": clock.today()}
    return {"user_id": user.pk, "staff": user.holds("officer", "publisher"), "on": clock.today()}
