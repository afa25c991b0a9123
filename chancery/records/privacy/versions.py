"""Versions of the notice: made when the declarations have changed, kept as they were, told and accepted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.core.refusal import Refused
from chancery.core.saying import said
from chancery.records.privacy import changes
from chancery.records.privacy.changes import Change
from chancery.records.privacy.notice import Notice, Office, Processor, notice, read, written
from chancery.records.privacy.notice_models import BreachNote, NoticeAcceptance, NoticeTold, NoticeVersion, ProcessorRow

Send = Callable[..., object]
"""``send(user_id, kind=, service=, about=, subject=, body=, link=, at=)``: into the inbox, and by e-mail."""

AT_ONCE = 200  # people told in one transaction
SHOWN = 5  # changes that the e-mail names; the page names all


@dataclass(frozen=True, kw_only=True)
class Version:
    """One version; ``told`` is the notice itself."""

    number: int
    digest: str
    made_at: datetime
    material: bool
    told: Notice


def current() -> Notice:
    """The notice as the code, the settings and the operator's table of processors have it now."""
    return notice(
        import_string(settings.PRIVACY_HOLDINGS),
        office=Office(
            name=settings.OFFICE_NAME,
            contact=settings.OFFICE_CONTACT,
            officer=settings.PRIVACY_OFFICER,
            authority=settings.PRIVACY_AUTHORITY,
        ),
        stores=import_string(settings.PRIVACY_STORES),
        cookies=import_string(settings.PRIVACY_COOKIES),
        processors=[_processor(row) for row in ProcessorRow.objects.filter(ended_at=None)],
    )


def _processor(row: ProcessorRow) -> Processor:
    return Processor(
        name=row.name,
        does=row.does,
        country=row.country,
        safeguard=row.safeguard,
        page=row.page,
        holds=tuple(row.holds),
    )


def newest() -> Version | None:
    return version()


def version(number: int | None = None) -> Version | None:
    """A version by its number, or the newest; None where there is none."""
    rows = NoticeVersion.objects.all() if number is None else NoticeVersion.objects.filter(pk=number)
    row = rows.first()
    return None if row is None else _version(row)


def versions() -> list[Version]:
    """All of them, the newest first."""
    return [_version(row) for row in NoticeVersion.objects.all()]


def _version(row: NoticeVersion) -> Version:
    return Version(
        number=row.number, digest=row.digest, made_at=row.made_at, material=row.material, told=read(row.content)
    )


def changes_of(number: int) -> tuple[Change, ...]:
    """What a version changed in the one before it; nothing for the first."""
    this, before = version(number), version(number - 1) if number > 1 else None
    return changes.changes(before.told, this.told) if this and before else ()


def publish(told: Notice, *, at: datetime) -> int | None:
    """Make a version where the notice is no longer the newest one's. Returns its number, None where nothing changed."""
    text = written(told)
    with transaction.atomic():
        before = NoticeVersion.objects.select_for_update().first()
        if before is not None and before.digest == text.digest:
            return None
        material = before is not None and changes.is_material(changes.changes(read(before.content), told))
        number = before.number + 1 if before else 1
        NoticeVersion.objects.create(
            number=number, digest=text.digest, content=text.content, material=material, made_at=at
        )
    return number


def tell(*, at: datetime, send: Send) -> int:
    """Write to everybody whose account is older than the newest material change and who was not written to about it.

    Safe to repeat: a person is told once of a version. Returns how many were written to now.
    """
    row = NoticeVersion.objects.filter(material=True).first()
    written_to = 0
    while row and (people := list(_to_be_told(row)[:AT_ONCE])):
        with transaction.atomic():
            NoticeTold.objects.bulk_create([NoticeTold(version=row, user_id=one.pk, at=at) for one in people])
            for person in people:
                _tell(row.number, person, send=send, at=at)
        written_to += len(people)
    return written_to


def _to_be_told(row: NoticeVersion) -> QuerySet[Any]:
    told = NoticeTold.objects.filter(version=row, user=OuterRef("pk"))
    people = get_user_model()._default_manager.filter(is_active=True, erased_at=None, joined_at__lt=row.made_at)
    return people.filter(~Exists(told)).order_by("pk")


def _tell(number: int, person: Any, *, send: Send, at: datetime) -> None:
    """In the person's language: what changed, and where all of it stands."""
    with override(person.language or settings.LANGUAGE_CODE):
        send(
            person.pk,
            kind="change",
            service="privacy",
            about=f"privacy notice {number}",
            subject=_("The privacy notice has changed"),
            body=_words(number),
            link=reverse("privacy:changes", args=[number - 1, number]),
            at=at,
        )


def _words(number: int) -> str:
    lines = dict.fromkeys(said(one.what) for one in changes_of(number) if one.material)
    body = [
        _("What we keep about you, or what for, has changed. It concerns:"),
        "",
        *(f"– {line}" for line in list(lines)[:SHOWN]),
        "",
    ]
    if settings.NOTICE_ACCEPTANCE:
        body += [_("When you sign in next, we ask you whether you accept it. You can leave at any time."), ""]
    return "\n".join([*body, _("What stood there before, and what stands there now:")])


def due(user_id: int) -> int | None:
    """The version that a person has still to accept, or to be shown; None where there is none."""
    floor = NoticeVersion.objects.filter(material=True).values_list("number", flat=True).first() or 1
    number = NoticeVersion.objects.values_list("number", flat=True).first()
    if number is None or NoticeAcceptance.objects.filter(user_id=user_id, version_id__gte=floor).exists():
        return None
    return number


def accept(number: int, *, by: int, at: datetime) -> None:
    """Record that a person has read and accepted the newest version, and when."""
    if NoticeVersion.objects.values_list("number", flat=True).first() != number:
        raise Refused.because(_("The notice has changed once more. Read it again."))
    NoticeAcceptance.objects.get_or_create(version_id=number, user_id=by, defaults={"at": at})


def accepted(user_id: int) -> list[tuple[int, datetime]]:
    """Which versions a person accepted, and when; the newest first."""
    return list(NoticeAcceptance.objects.filter(user_id=user_id).values_list("version_id", "at"))


def forget_readers(user_id: int) -> dict[str, int]:
    """Erase that a person was told and accepted, and take them off the notes on breaches. Rows by model."""
    told, _by_model = NoticeTold.objects.filter(user_id=user_id).delete()
    agreed, _by_model = NoticeAcceptance.objects.filter(user_id=user_id).delete()
    noted = BreachNote.objects.filter(by_id=user_id).update(by=None)
    return {"privacy.NoticeTold": told, "privacy.NoticeAcceptance": agreed, "privacy.BreachNote": noted}
