"""The register of breaches (GDPR Art. 33(5)): what is known, who was told, and until when the authority must be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.core.refusal import Refused
from chancery.records.privacy.notice_models import Breach, BreachNote

WITHIN = timedelta(hours=72)
RISKS = ("none", "risk", "high")
FIELDS = (
    *("title", "known_at", "happened", "holds", "people", "risk", "consequences", "measures"),
    *("authority_told_at", "late_because", "persons_told_at", "untold_because"),
)


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What the law asks next of a breach: ``tone`` as the page shows it, ``until`` where there is a time."""

    tone: str
    words: str
    cites: str
    until: datetime | None = None


def enter(facts: Mapping[str, Any], *, known: Collection[str], by: int, at: datetime) -> int:
    """Open an entry. ``facts`` as `FIELDS`; ``known`` are the declared tables. Who may is the page's question."""
    _check(facts, known=known, at=at)
    with transaction.atomic():
        breach = Breach.objects.create(**{name: facts[name] for name in FIELDS if name in facts})
        _note(breach, facts, by=by, at=at)
    return breach.pk


def amend(breach_id: int, facts: Mapping[str, Any], *, known: Collection[str], by: int, at: datetime) -> None:
    """Enter what is known now. What stood there before stays in the notes."""
    _check(facts, known=known, at=at)
    with transaction.atomic():
        breach = Breach.objects.select_for_update().filter(pk=breach_id, closed_at=None).first()
        if breach is None:
            raise Refused.because(_("This entry is closed, or is not there."))
        changed = {name: facts[name] for name in FIELDS if name in facts and facts[name] != getattr(breach, name)}
        if changed:
            Breach.objects.filter(pk=breach_id).update(**changed)
            _note(breach, changed, by=by, at=at)


def close(breach_id: int, *, by: int, at: datetime) -> None:
    """Nothing is left to do. Refused while the law still asks for something."""
    with transaction.atomic():
        breach = Breach.objects.select_for_update().filter(pk=breach_id, closed_at=None).first()
        if breach is None:
            raise Refused.because(_("This entry is closed, or is not there."))
        if open_duties := [duty for duty in duties(breach, at=at) if duty.tone in {"warn", "bad"}]:
            raise Refused.because(_("It cannot be closed yet."), cites="; ".join(one.cites for one in open_duties))
        breach.closed_at = at
        breach.save(update_fields=["closed_at"])
        _note(breach, {"closed_at": at}, by=by, at=at)


def _check(facts: Mapping[str, Any], *, known: Collection[str], at: datetime) -> None:
    if not str(facts.get("title", "")).strip():
        raise Refused.because(_("Say in a few words what happened."), field="title")
    for name in ("known_at", "authority_told_at", "persons_told_at"):
        if facts.get(name) and facts[name] > at:
            raise Refused.because(_("This time is still to come."), field=name)
    if not facts.get("holds") or set(facts["holds"]) - set(known):
        raise Refused.because(_("Choose whose data it concerns, from what is declared."), field="holds")
    told, known_at = facts.get("authority_told_at"), facts["known_at"]
    if told and told < known_at:
        raise Refused.because(_("The authority cannot have been told before it was known."), field="authority_told_at")
    if told and told > known_at + WITHIN and not str(facts.get("late_because", "")).strip():
        raise Refused.because(_("It was told after 72 hours. Say why."), cites="GDPR Art. 33(1)", field="late_because")
    if facts.get("risk") == "none" and not str(facts.get("consequences", "")).strip():
        raise Refused.because(
            _("Say why it is unlikely to result in a risk."), cites="GDPR Art. 33(1)", field="consequences"
        )


def _note(breach: Breach, facts: Mapping[str, Any], *, by: int, at: datetime) -> None:
    plain = {name: one.isoformat() if isinstance(one, datetime) else one for name, one in facts.items()}
    BreachNote.objects.create(breach=breach, at=at, by_id=by, entered=plain)


def duties(breach: Breach, *, at: datetime) -> list[Duty]:
    """What the law asks: the authority within 72 hours unless there is no risk; the persons where the risk is high."""
    found = [_authority(breach, at=at)]
    if breach.risk == "high":
        found.append(_persons(breach))
    if not breach.risk:
        found.append(Duty(tone="warn", words=gettext_noop("Assess the risk for the persons."), cites="GDPR Art. 33(1)"))
    return found


def _authority(breach: Breach, *, at: datetime) -> Duty:
    until, cites = breach.known_at + WITHIN, "GDPR Art. 33(1)"
    told = breach.authority_told_at
    if told and told <= until:
        return Duty(tone="good", words=gettext_noop("The authority was told in time."), cites=cites)
    if told:
        return Duty(tone="good", words=gettext_noop("The authority was told late, with the reasons."), cites=cites)
    if breach.risk == "none":
        words = gettext_noop("The authority need not be told: a risk is unlikely. The reasons stand here.")
        return Duty(tone="idle", words=words, cites=cites)
    if at > until:
        words = gettext_noop("The 72 hours are over. Tell the authority now, with the reasons for the delay.")
        return Duty(tone="bad", words=words, cites=cites, until=until)
    return Duty(tone="warn", words=gettext_noop("Tell the authority within 72 hours."), cites=cites, until=until)


def _persons(breach: Breach) -> Duty:
    if breach.persons_told_at:
        return Duty(tone="good", words=gettext_noop("The persons were told."), cites="GDPR Art. 34(1)")
    if breach.untold_because.strip():
        words = gettext_noop("The persons need not be told. The reasons stand here.")
        return Duty(tone="idle", words=words, cites="GDPR Art. 34(3)")
    words = gettext_noop("The risk is high: tell the persons without undue delay, in plain words.")
    return Duty(tone="bad", words=words, cites="GDPR Art. 34(1)")


def entries() -> list[Breach]:
    """All entries, those that are open first."""
    return sorted(Breach.objects.all(), key=lambda one: one.closed_at is not None)


def entry(breach_id: int) -> Breach | None:
    return Breach.objects.filter(pk=breach_id).first()


def notes(breach_id: int) -> list[BreachNote]:
    return list(BreachNote.objects.filter(breach_id=breach_id).select_related("by"))
