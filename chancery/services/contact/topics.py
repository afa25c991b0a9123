"""What a question may be about, and the pages where its answer may stand already."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Topic:
    """``pages`` are (words, URL name): of other rooms, so some may be absent from an installation."""

    key: str
    label: str | Promise
    pages: tuple[tuple[str | Promise, str], ...] = ()

    @property
    def links(self) -> list[tuple[str | Promise, str]]:
        return [(words, href) for words, name in self.pages if (href := _address(name))]


TOPICS = (
    Topic("filing", _("PCT filing"), ((_("How an application is filed"), "filing:start"),)),
    Topic("fees", _("Fees and payments"), ((_("What an application costs"), "laws:fees"),)),
    Topic("register", _("The register and its proofs"), ((_("How a proof is verified"), "register:verify"),)),
    Topic("search", _("Searching"), ((_("The databases"), "search:results"),)),
    Topic(
        "account",
        _("My account"),
        ((_("A forgotten password"), "account_reset_password"), (_("Account and security"), "accounts:profile")),
    ),
    Topic("privacy", _("Privacy"), ((_("What we keep about you"), "privacy:notice"),)),
    Topic("accessibility", _("Accessibility"), ((_("What these pages do, and what not yet"), "accessibility"),)),
    Topic("other", _("Something else")),
)
BY_KEY = {topic.key: topic for topic in TOPICS}


def label(key: str) -> str:
    return str(BY_KEY[key].label) if key in BY_KEY else key


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
