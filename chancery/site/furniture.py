"""What stands on every page: the office's name and mark, the services, the clock, the account, the foot.

The services are data. An entry shows where its page exists in this installation, so that navigation never leads to
nothing; a group with no entry is absent.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from chancery.core import clock, ledger
from chancery.records.mail import queries as inbox
from chancery.services.examination.registrations.issues import BULLETINS
from chancery.services.search.words import COLLECTIONS
from chancery.site import colour

THEMES = ("light", "dark")

Words = str | Promise


@dataclass(frozen=True)
class Entry:
    """A link by its URL name; ``roles`` are those who see it, empty for everyone."""

    label: Words
    name: str
    arguments: dict[str, str] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()

    @property
    def href(self) -> str:
        return address(self.name, tuple(self.arguments.items()))


@dataclass(frozen=True)
class Group:
    """A group of services under one word of the bar.

    ``key`` names it in every language. A page belongs to the group that has an entry for it; any other to the group
    that has its room (URL namespace).
    """

    key: str
    label: Words
    line: Words
    rooms: frozenset[str]
    services: tuple[Entry, ...]

    @property
    def entries(self) -> list[Entry]:
        return present(self.services)


@cache
def address(name: str, arguments: tuple[tuple[str, str], ...] = ()) -> str:
    """The address behind a URL name, or "" where this installation has no such page."""
    try:
        return reverse(name, kwargs=dict(arguments))
    except NoReverseMatch:
        return ""


def present(entries: Iterable[Entry], roles: frozenset[str] = frozenset()) -> list[Entry]:
    return [entry for entry in entries if entry.href and (not entry.roles or entry.roles & roles)]


NAVIGATION = (
    Group(
        "protect",
        _("Protect"),
        _("File in many countries with one application; know beforehand what it costs, and by when."),
        frozenset({"filing", "docket"}),
        (
            Entry(_("Patent, mark, design or appellation"), "filing:start"),
            Entry(_("My applications"), "filing:mine"),
            Entry(_("Docket"), "docket:docket"),
            Entry(_("Fees"), "laws:fees"),
            Entry(_("Time limits"), "laws:time-limits"),
            Entry(_("Which Office may I file with?"), "laws:receiving-office"),
            Entry(_("National phase"), "laws:national-phase"),
            Entry(_("Is this day a working day?"), "laws:closed-days"),
            Entry(_("Which class is it in?"), "laws:terms"),
        ),
    ),
    Group(
        "search",
        _("Search"),
        _("Free, without quotas or sign-in."),
        frozenset({"search", "gazette"}),
        (
            *(Entry(label, "search:collection", {"collection": key}) for key, label in COLLECTIONS.items()),
            Entry(_("PCT gazette"), "gazette:latest"),
            *(Entry(one.name, "gazette:bulletins", {"system": one.system}) for one in BULLETINS.values()),
        ),
    ),
    Group(
        "exchange",
        _("Exchange"),
        _("Register, search and filing for machines; the public log for those who verify."),
        frozenset({"register"}),
        (
            Entry("API", "api-docs"),
            Entry(_("Verify the register"), "register:verify"),
        ),
    ),
    Group(
        "resolve",
        _("Resolve"),
        _("Disputes about domain names that panels have decided."),
        frozenset(),
        (Entry(_("Search the decisions"), "search:collection", {"collection": "decisions"}),),
    ),
    Group(
        "learn",
        _("Learn"),
        _("What the law says, rule by rule."),
        frozenset({"laws"}),
        (
            Entry(_("Laws and treaties"), "laws:index"),
            Entry(_("Madrid System for marks"), "laws:system", {"system": "madrid"}),
            Entry(_("Hague System for industrial designs"), "laws:system", {"system": "hague"}),
            Entry(
                _("Lisbon System for appellations of origin and geographical indications"),
                "laws:system",
                {"system": "lisbon"},
            ),
            Entry(_("Who is bound by what"), "laws:world"),
            Entry(_("Classifications"), "laws:classifications"),
        ),
    ),
    Group(
        "meet",
        _("Meet"),
        _("Ask, and a person of the office answers."),
        frozenset({"contact"}),
        (Entry(_("Ask the office"), "contact:ask"), Entry(_("My questions"), "contact:mine")),
    ),
)

ACCOUNT = (
    Entry(_("Desk"), "examination:desk", roles=frozenset({"officer", "publisher"})),
    Entry(
        _("Desk: marks, designs, appellations"), "examination:registrations", roles=frozenset({"officer", "publisher"})
    ),
    Entry(_("Questions to the office"), "contact:desk", roles=frozenset({"officer"})),
    Entry(_("Weekly issue"), "examination:issue", roles=frozenset({"publisher"})),
    Entry(_("What takes two persons"), "accounts:confirmations", roles=frozenset({"publisher", "operator"})),
    Entry(_("Office clock"), "examination:clock", roles=frozenset({"operator"})),
    Entry(_("Try out a change"), "examination:simulation", roles=frozenset({"operator"})),
    Entry(_("People"), "accounts:people", roles=frozenset({"operator"})),
    Entry(_("Services that use the sign-in"), "signon:desk", roles=frozenset({"operator"})),
    Entry(_("Requests about data"), "privacy:requests", roles=frozenset({"operator"})),
    Entry(_("Data protection"), "privacy:report", roles=frozenset({"operator"})),
    Entry(_("Letters to be sent"), "mail:outbox", roles=frozenset({"operator"})),
    Entry(_("My page"), "dashboard"),
    Entry(_("My applications"), "filing:mine"),
    Entry(_("Docket"), "docket:docket"),
    Entry(_("Inbox"), "inbox:index"),
    Entry(_("My questions"), "contact:mine"),
    Entry(_("Account and security"), "accounts:profile"),
)

SECURITY = (
    Entry(_("Profile"), "accounts:profile"),
    Entry(_("E-mail addresses"), "account_email"),
    Entry(_("Password"), "account_change_password"),
    Entry(_("Passkeys and second factors"), "mfa_index"),
    Entry(_("Where you are signed in"), "usersessions_list"),
    Entry(_("Mail you get"), "inbox:mail"),
    Entry(_("Organisations and delegations"), "accounts:organisations"),
    Entry(_("Services I sign in to"), "signon:services"),
    Entry(_("Accounts elsewhere"), "signon:linked"),
    Entry(_("Access tokens"), "accounts:tokens"),
    Entry(_("What we keep about you"), "privacy:rights"),
)

FOOT = (
    Entry(_("Ask the office"), "contact:ask"),
    Entry(_("Privacy"), "privacy:notice"),
    Entry(_("Use of the portal"), "analytics:figures"),
    Entry(_("Cookies"), "privacy:cookies"),
    Entry(_("Verify the register"), "register:verify"),
    Entry("API", "api-docs"),
    Entry(_("Status"), "healthz"),
    Entry(_("Accessibility"), "accessibility"),
)


@dataclass(frozen=True)
class Office:
    """The house's own name, mark and colours, from the settings."""

    name: str
    short: str
    contact: str
    demo: bool

    @cached_property
    def mark(self) -> SafeString:
        """The mark, drawn in the page so that it takes the page's colours. It is the operator's own file."""
        drawn = settings.OFFICE_MARK.read_text(encoding="utf-8")
        return mark_safe(re.sub(r"<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE.*?>", "", drawn, flags=re.DOTALL).strip())

    @cached_property
    def sheet(self) -> str:
        """The style sheet that carries the office's colours, for the light and the dark page."""
        tokens = {"deep": settings.OFFICE_COLOUR_DEEP, "seal": settings.OFFICE_COLOUR_SEAL}
        lines = [f"--{name}: light-dark({', '.join(colour.pair(text))});" for name, text in tokens.items()]
        return f":root, [data-bs-theme] {{ {' '.join(lines)} }}\n"

    @cached_property
    def css(self) -> str:
        """Its address names its content, so that a browser may keep it for ever."""
        return f"{address('office-css')}?{hashlib.sha256(self.sheet.encode()).hexdigest()[:12]}"

    @cached_property
    def icon(self) -> str:
        return f"{address('office-mark')}?{hashlib.sha256(self.mark.encode()).hexdigest()[:12]}"


@cache
def office() -> Office:
    return Office(settings.OFFICE_NAME, settings.OFFICE_SHORT, settings.OFFICE_CONTACT, settings.DEMO)


def bare(**more: Any) -> dict[str, Any]:
    """The furniture of a page that must be shown even when the store is out of reach."""
    return {"office": office(), "foot": present(FOOT), **more}


def furniture(request: HttpRequest) -> dict[str, Any]:
    """The context processor. What costs a query is asked only where a page shows it."""
    theme = request.COOKIES.get("theme", "")
    return bare(
        navigation=SimpleLazyObject(lambda: _navigation(request)),
        account=SimpleLazyObject(lambda: _account(request)),
        security=SimpleLazyObject(lambda: present(SECURITY)),
        clock=SimpleLazyObject(_clock),
        inbox=SimpleLazyObject(lambda: _inbox(request)),
        checkpoint=SimpleLazyObject(ledger.size),
        checkpoint_href=address("register:verify"),
        finder=_finder(request),
        languages=settings.LANGUAGES,
        theme=theme if theme in THEMES else "",
        here=request.get_full_path() if request.method == "GET" else request.path,
        address=f"{settings.SITE_URL}{request.get_full_path()}",
    )


def _clock() -> dict[str, Any]:
    shift = clock.shift_days()
    return {"at": clock.now(ahead=shift), "shift": shift}


def _room(request: HttpRequest) -> str:
    return request.resolver_match.app_name if request.resolver_match else ""


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    current = _group_of(request)
    return [
        {
            "label": group.label,
            "line": group.line,
            "entries": group.entries,
            "href": group.entries[0].href,
            "current": group is current,
        }
        for group in NAVIGATION
        if group.entries
    ]


def _group_of(request: HttpRequest) -> Group | None:
    room, path = _room(request), request.path
    own = [group for group in NAVIGATION if any(entry.href == path for entry in group.entries)]
    if own:
        return min(own, key=lambda group: len(group.entries))  # decisions are one thing of Search, and all of Resolve
    return next((group for group in NAVIGATION if room in group.rooms), None)


def _account(request: HttpRequest) -> dict[str, Any]:
    user: Any = getattr(request, "user", None)
    if not user or not user.is_authenticated:
        return {"signed_in": False}
    return {
        "signed_in": True,
        "name": str(user),
        "email": user.email,
        "entries": present(ACCOUNT, user.roles),
    }


def _inbox(request: HttpRequest) -> dict[str, int]:
    """How many messages are new; nothing for whoever is not signed in and so has no inbox."""
    user: Any = getattr(request, "user", None)
    return {"unread": inbox.unread(user.pk)} if user and user.is_authenticated else {}


def _finder(request: HttpRequest) -> dict[str, Any]:
    """The search box of the bar; pages of the search, and the home page, have a larger one of their own."""
    own = _room(request) == "search" or request.path == "/"
    return {"here": address("search:results"), "href": address("search:results"), "on_page": own}
