"""The ledger of consents: who said yes or no to what, which text was shown, when and how. Nothing in it is changed.

Each entry commits to its content with a salt of its own, and each hash holds the one before. So a changed, missing or
inserted entry shows; and a person can be erased from it without breaking it, as from the register's ledger (decision
0005). The latest entry of a person for a purpose is what they want.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac

from chancery.records.privacy.models import Consent, ConsentHead, ConsentText

START = "0" * 64


@dataclass(frozen=True, kw_only=True)
class Who:
    """Whose word it is: an account by its number, or an e-mail address without one."""

    user: int | None = None
    email: str = ""

    @property
    def address(self) -> str:
        """The keyed hash that stands for the address: it can be recognised, and not be read."""
        return "" if self.user is not None else address_hashes(self.email)[0]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The text that was shown, as it was shown, and which version of it."""

    words: str
    version: int
    language: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.words.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Said:
    """An entry as the person is shown it. ``sound``: it says what was committed to."""

    number: int
    purpose: str
    given: bool
    words: str
    version: int
    language: str
    digest: str
    how: str
    at: datetime
    hash: str
    sound: bool


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What reading the whole ledger has shown. ``broken`` is the first entry that is not as it was written."""

    size: int
    erased: int
    head: str
    broken: int | None = None

    @property
    def holds(self) -> bool:
        return self.broken is None


def address_hashes(email: str) -> list[str]:
    """What stands for an address: under the present secret of the installation, then under those used before."""
    secrets_used = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    plain = email.strip().lower()
    return [salted_hmac("privacy.consent", plain, str(one), algorithm="sha256").hexdigest() for one in secrets_used]


def give_consent(purpose: str, *, who: Who, shown: Shown, how: str, at: datetime) -> int | None:
    """Say yes. Returns the entry's number; None where the last word was a yes to this very text."""
    return _say(purpose, who, shown, given=True, how=how, at=at)


def withdraw_consent(purpose: str, *, who: Who, shown: Shown, how: str, at: datetime) -> int | None:
    """Say no, or no more. Returns the entry's number; None where the last word was a no."""
    return _say(purpose, who, shown, given=False, how=how, at=at)


def _say(purpose: str, who: Who, shown: Shown, *, given: bool, how: str, at: datetime) -> int | None:
    with transaction.atomic():
        head = _lock()
        last = _last(purpose, who)
        if last is not None and last.given is given and (not given or last.text_id == shown.digest):
            return None
        ConsentText.objects.get_or_create(
            digest=shown.digest,
            defaults={"words": shown.words, "version": shown.version, "language": shown.language},
        )
        row = Consent(
            number=head.size + 1,
            user_id=who.user,
            address=who.address,
            purpose=purpose,
            given=given,
            text_id=shown.digest,
            how=how,
            at=at,
            salt=secrets.token_hex(32),
        )
        row.commitment = _commitment(row)
        row.hash = _hash(head.hash, row)
        row.save(force_insert=True)
        head.size, head.hash = row.number, row.hash
        head.save()
        return row.number


def _lock() -> ConsentHead:
    ConsentHead.objects.get_or_create(pk=1)
    return ConsentHead.objects.select_for_update().get(pk=1)


def _commitment(row: Consent) -> str:
    content = [
        row.number,
        row.user_id,
        row.address,
        row.purpose,
        row.given,
        row.text_id,
        row.how,
        row.at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(bytes.fromhex(row.salt) + written).hexdigest()


def _hash(before: str, row: Consent) -> str:
    return hashlib.sha256(bytes.fromhex(before + row.commitment)).hexdigest()


def _last(purpose: str, who: Who) -> Consent | None:
    mine = Q(user_id=who.user) if who.user is not None else Q(address__in=address_hashes(who.email))
    return Consent.objects.filter(mine, purpose=purpose).order_by("-number").first()


def consented(purpose: str, *, who: Who) -> bool | None:
    """The last word of a person on a purpose; None where they have said nothing."""
    last = _last(purpose, who)
    return None if last is None else last.given


def consents_of(user_id: int) -> list[Said]:
    """Everything an account has said, the latest first."""
    rows = Consent.objects.filter(user_id=user_id).select_related("text").order_by("-number")
    return [_said(row) for row in rows]


def _said(row: Consent) -> Said:
    return Said(
        number=row.number,
        purpose=row.purpose,
        given=row.given,
        words=row.text.words,
        version=row.text.version,
        language=row.text.language,
        digest=row.text_id,
        how=row.how,
        at=row.at,
        hash=row.hash,
        sound=_is_sound(row),
    )


def _is_sound(row: Consent) -> bool:
    """Whether the entry, its text included, says what it committed to. An erased one no longer can."""
    text = hashlib.sha256(row.text.words.encode()).hexdigest() == row.text_id
    return text and (not row.salt or _commitment(row) == row.commitment)


def check_consents() -> Checked:
    """Read the whole ledger and count its hashes again."""
    size, erased, before = 0, 0, START
    for row in Consent.objects.select_related("text").order_by("number").iterator(chunk_size=1000):
        if row.number != size + 1 or not _is_sound(row) or row.hash != _hash(before, row):
            return Checked(size=size, erased=erased, head=before, broken=size + 1)
        size, before = row.number, row.hash
        erased += not row.salt
    head = ConsentHead.objects.filter(pk=1).first() or ConsentHead()
    told = (head.size, head.hash) == (size, before)
    return Checked(size=size, erased=erased, head=before, broken=None if told else size + 1)


def forget_consents(user_id: int, addresses: Iterable[str]) -> int:
    """Take a person out of the ledger: nobody, no way, no salt. What is left says nothing about anyone."""
    hashes = [each for one in addresses for each in address_hashes(one)]
    mine = Consent.objects.filter(Q(user_id=user_id) | Q(address__in=hashes))
    return mine.update(user=None, address="", how="", salt="")
