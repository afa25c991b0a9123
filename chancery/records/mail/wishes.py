"""Which optional mail a person wants, and how often. Every yes and no goes into the ledger of consents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chancery.core.refusal import Refused
from chancery.records.accounts import queries as accounts
from chancery.records.mail.classes import CLASSES, MANDATORY, OPTIONAL, MailClass, Sender
from chancery.records.mail.models import Rhythm
from chancery.records.privacy import actions as privacy
from chancery.records.privacy.queries import Shown, Who, consented

RHYTHMS = {
    "at once": gettext_lazy("at once, each by itself"),
    "daily": gettext_lazy("in one e-mail a day"),
    "weekly": gettext_lazy("in one e-mail a week, on Monday"),
}


def welcome(kind: str, *, user: int | None = None, email: str = "") -> bool:
    """Whether mail of this class may go out to a person now: it is wanted, and their data may be used for it.

    Whoever has their data kept but not used gets mandatory mail alone; what they want otherwise is not forgotten.
    """
    person = who(user=user, email=email)
    if person.user is not None and not CLASSES[kind].mandatory and accounts.restricted_since(person.user):
        return False
    return wanted(kind, user=user, email=email)


@dataclass(frozen=True, kw_only=True)
class Switch:
    """An optional class as a person has it."""

    key: str
    label: str
    line: str
    on: bool


def senders() -> Sequence[Sender]:
    """Who in this installation writes to people; `settings.MAIL_SENDERS` names where they are listed."""
    found: Sequence[Sender] = import_string(settings.MAIL_SENDERS)
    return found


def in_use(*, mandatory: bool = False) -> list[MailClass]:
    """The classes that this installation sends."""
    used = frozenset[str]().union(*(one.kinds for one in senders()))
    return [one for one in (MANDATORY if mandatory else OPTIONAL) if one.key in used]


def who(*, user: int | None = None, email: str = "") -> Who:
    """Whose wish it is: an account's, where one has the address."""
    if user is None and (found := accounts.by_email(email)):
        user = found.id
    return Who(user=user) if user is not None else Who(email=email)


def wanted(kind: str, *, user: int | None = None, email: str = "") -> bool:
    """Whether mail of this class may go to a person. Mandatory mail always may.

    Whoever has opened an account since has their word from before: it was given for the same address.
    """
    mail_class = CLASSES[kind]
    if mail_class.mandatory:
        return True
    person = who(user=user, email=email)
    word = consented(mail_class.purpose, who=person)
    if word is None and person.user is not None:
        account = accounts.person(person.user)
        word = consented(mail_class.purpose, who=Who(email=account.email)) if account else False
    return mail_class.at_first if word is None else word


def switches(user: int) -> list[Switch]:
    """The optional classes that this installation sends, each as the person has it."""
    return [_switch(one, user) for one in in_use()]


def _switch(one: MailClass, user: int) -> Switch:
    return Switch(key=one.key, label=str(one.label), line=str(one.line), on=wanted(one.key, user=user))


def switch(kind: str, *, on: bool, user: int | None = None, email: str = "", how: str, at: datetime) -> bool:
    """Want mail of an optional class, or no more. Returns whether that is new. ``how``: in which way it is said."""
    mail_class = CLASSES.get(kind)
    if mail_class is None or mail_class.mandatory:
        raise Refused.because(_("This mail cannot be switched: the office must send it."))
    if wanted(kind, user=user, email=email) is on:
        return False
    say = privacy.give_consent if on else privacy.withdraw_consent
    return (
        say(mail_class.purpose, who=who(user=user, email=email), shown=_shown(mail_class), how=how, at=at) is not None
    )


def _shown(mail_class: MailClass) -> Shown:
    words = f"{mail_class.label}. {mail_class.line}"
    return Shown(words=words, version=mail_class.version, language=get_language() or settings.LANGUAGE_CODE)


def stop_all(*, user: int | None = None, email: str = "", how: str, at: datetime) -> int:
    """Want no optional mail of any class. Returns how many were on."""
    with transaction.atomic():
        return sum(switch(one.key, on=False, user=user, email=email, how=how, at=at) for one in OPTIONAL)


def rhythm(user: int) -> str:
    row = Rhythm.objects.filter(user_id=user).first()
    return row.every if row else "at once"


def choose_rhythm(every: str, *, by: int, at: datetime) -> None:
    """Have optional mail at once, or gathered into a summary; whoever chooses a summary wants it sent."""
    if every not in RHYTHMS:
        raise Refused.because(_("Choose how often you want to be written to."), field="every")
    with transaction.atomic():
        Rhythm.objects.update_or_create(user_id=by, defaults={"every": every, "last_at": at})
        if every != "at once":
            switch("digest", on=True, user=by, how="rhythm", at=at)
