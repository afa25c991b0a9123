"""A registration file as its applicant or holder sees it: how it stands, under which codes, what comes next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.saying import said
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration, Statement
from chancery.services.filing.registrations.acts_answering import of_the_holder
from chancery.services.filing.registrations.hague import annexes
from chancery.services.filing.shapes import Text
from chancery.treaties.kernel import TimeLimit
from chancery.treaties.registrations import Reached

NEXT = 4  # time limits that are shown unfolded


def own(number: str, *, user_id: int, on: date) -> Registration | None:
    """A registration file shared with this person; None for everyone else: the office's staff have the desk."""
    return rights.registration(number) if rights.level(number, user_id, on=on) else None


# Numbers and dates, under the codes of ST.60 (marks) and ST.80 (designs)


@dataclass(frozen=True)
class Datum:
    """One line of the bibliographic data. ``inid`` is empty where there is no code for it (indications have none)."""

    inid: str
    label: Text
    words: str = ""
    day: date | None = None


def data(file: Registration, *, on: date) -> list[Datum]:
    """What the register says of a file, in the order of the codes; what is not known is left out."""
    makers = {"madrid": _of_mark, "hague": _of_designs, "lisbon": _of_indication}
    return [one for one in makers[file.system.key](file, on) if one.words or one.day]


def _of_mark(file: Registration, on: date) -> Iterator[Datum]:
    mark = file.application.mark
    yield Datum("111", _("Number of the registration"), file.registration_number)
    yield Datum("151", _("Date of the registration"), day=file.registered_on)
    yield Datum("156", _("Date of the last renewal"), day=_recorded(file, "renew"))
    yield Datum("180", _("Term until"), day=file.until(on=on))
    yield Datum("210", _("Number of the application"), file.number)
    yield Datum("220", _("Received"), day=file.received_on)
    yield from _claims(file, "300")
    yield Datum("450", _("Published"), *_published(file))
    yield Datum("526", _("Not claimed"), mark.disclaimed)
    yield Datum("541" if mark.standard_characters else "540", _("Mark"), mark.words or mark.described)
    yield Datum("561", _("Transliteration"), mark.transliteration)
    yield Datum("566", _("Translation"), mark.translation)
    yield Datum("571", _("Description"), mark.described if mark.words else "")
    yield Datum("591", _("Colours claimed"), mark.colours_claimed)
    yield from _people(file, "732", "740")
    for one in file.application.basis:
        label = _("Basic registration") if one.kind == "registration" else _("Basic application")
        yield Datum(
            "822" if one.kind == "registration" else "821",
            label,
            _joined(file.application.origin, one.number),
            one.dated,
        )
    yield Datum("832", _("Designated under the Protocol"), " ".join(_parties(file, on)))


def _of_designs(file: Registration, on: date) -> Iterator[Datum]:
    application = file.application
    yield Datum("11", _("Number of the registration"), file.registration_number)
    yield Datum("15", _("Date of the registration"), day=file.registered_on)
    yield Datum("18", _("Term until"), day=file.until(on=on))
    yield Datum("21", _("Number of the application"), file.number)
    yield Datum("22", _("Received"), day=file.received_on)
    yield Datum("28", _("Number of designs"), str(len(file.things)))
    yield from _claims(file, "30")
    yield Datum("45", _("Published"), *_published(file))
    yield Datum(
        "51", _("Locarno class"), ", ".join(dict.fromkeys(one.subclass for one in application.shown if one.subclass))
    )
    yield Datum("54", _("Products"), ", ".join(dict.fromkeys(one.product for one in application.shown if one.product)))
    for one in application.creators:
        yield Datum("72", _("Creator"), one.name)
    yield from _people(file, "73", "74")
    yield Datum("81", _("Designated parties"), " ".join(_parties(file, on)))


def _of_indication(file: Registration, on: date) -> Iterator[Datum]:
    application = file.application
    kinds = {"appellation": _("Appellation of origin"), "indication": _("Geographical indication")}
    yield Datum("", _("Number of the registration"), file.registration_number)
    yield Datum("", _("Date of the registration"), day=file.registered_on)
    yield Datum("", _("Number of the application"), file.number)
    yield Datum("", _("Received"), day=file.received_on)
    yield Datum("", _("Published"), *_published(file))
    yield Datum("", _("What it is"), kinds.get(application.kind, ""))
    for one in application.names:
        yield Datum("", _("Name"), _joined(one.text, f"({one.transliteration})" if one.transliteration else ""))
    yield Datum("", _("Product"), ", ".join(application.goods))
    yield Datum("", _("Area of production"), application.area)
    yield Datum("", _("Competent Authority"), application.authority)
    for one in application.beneficiaries:
        yield Datum("", _("Beneficiaries"), one.name)
    yield Datum("", _("Parties"), " ".join(_parties(file, on)))


def _people(file: Registration, holder: str, agent: str) -> Iterator[Datum]:
    label = _("Holder") if file.registered_on else _("Applicant")
    for one in file.application.applicants:
        yield Datum(holder, label, one.name)
    if file.application.representative:
        yield Datum(agent, _("Representative"), file.application.representative.name)


def _claims(file: Registration, code: str) -> Iterator[Datum]:
    for one in file.application.priorities:
        yield Datum(code, _("Priority"), _joined(one.office, one.number), one.filed_on)


def _each(words: Iterable[str]) -> str:
    """All words, each once."""
    return ", ".join(dict.fromkeys(one for one in words if one))


def _joined(*words: str) -> str:
    return " ".join(one for one in words if one)


def _published(file: Registration) -> tuple[str, date | None]:
    printed = file.publication
    return (printed.issue, printed.on) if printed else ("", None)


def _parties(file: Registration, on: date) -> list[str]:
    return [life.code for life in file.lives(on=on)] or list(file.system.designated(file.application, on=on))


def _recorded(file: Registration, act: str) -> date | None:
    return max((one.recorded_on for one in file.requests if one.act == act and one.recorded_on), default=None)


# Statuses, notices, statements


def strand(one: Reached) -> str:
    """What a strand of statuses is called."""
    words = {
        "registration": _("Registration"),
        "irregularities": _("Irregularities"),
        "dependency": _("Basic mark"),
        "term": _("Term"),
        "publication": _("Publication"),
        "protection": _("Protection in the parties"),
    }
    return words.get(one.strand, one.strand.capitalize())


@dataclass(frozen=True)
class OpenNotice:
    """An open notice, with whether the person's side may answer it, and whether its day has passed.

    ``completed_in``: the party whose Office has to complete its refusal, where it is that which is asked for.
    """

    notice: Any
    yours: bool
    late: bool
    completed_in: str = ""


def open_notices(file: Registration, *, on: date) -> list[OpenNotice]:
    return [
        OpenNotice(one, of_the_holder(one), one.due is not None and one.due < on, _completed_in(file, one))
        for one in file.open_notices
    ]


def _completed_in(file: Registration, notice: rights.Notice) -> str:
    if notice.remedied_by != "Office of a designated party":
        return ""
    member = file.system.member(notice.party)
    return said(member.name) if member else notice.party


@dataclass(frozen=True)
class Told:
    """What an Office has stated: its title and provision, and the things that it is about in words."""

    statement: Statement
    name: str
    title: str
    cites: str
    things: list[str]


def statements(file: Registration) -> list[Told]:
    """What Offices have stated, the last first."""
    acts = {one.key: one for one in file.system.acts}
    found = []
    for one in reversed(file.statements):
        act, member = acts.get(one.act), file.system.member(one.office)
        title, cites = rights.called(one.act), act.cites if act else ""
        found.append(
            Told(one, said(member.name) if member else one.office, title, cites, things_in_words(file, one.things))
        )
    return found


def requests(file: Registration) -> list[tuple[Any, str, str]]:
    """What was asked for, the last first, with what the act is called and its provision."""
    acts = {one.key: one for one in file.system.acts}
    return [(one, acts[one.act].title, acts[one.act].cites) for one in reversed(file.requests) if one.act in acts]


def things_in_words(file: Registration, places: Iterable[int]) -> list[str]:
    every = file.things
    return [every[place] or str(place + 1) for place in places if place < len(every)]


# What comes next


@dataclass(frozen=True)
class Coming:
    """A time limit of a file; ``times`` says for how many parties the same day counts for the same reason."""

    limit: TimeLimit
    times: int

    @property
    def due(self) -> date | None:
        return self.limit.due if isinstance(self.limit.due, date) else None


def coming(file: Registration, *, on: date) -> list[Coming]:
    """The time limits that still run, by their days; those without one last. The same of several parties is one."""
    counted: dict[tuple[Any, ...], list[TimeLimit]] = {}
    for limit in () if file.ended or file.erased or file.received_on is None else file.limits():
        over = isinstance(limit.due, date) and limit.due < on and not _in_grace(limit, on)
        if limit.done_on is None and not over:
            counted.setdefault((limit.key, str(limit.due), limit.cites), []).append(limit)
    found = [Coming(several[0], len(several)) for several in counted.values()]
    return sorted(found, key=lambda one: (one.due is None, one.due or date.max))


def _in_grace(limit: TimeLimit, on: date) -> bool:
    return isinstance(limit.late_until, date) and on <= limit.late_until


HOLDERS = frozenset({"applicant", "holder", "applicant or holder", "applicant or Office of origin", "former holder"})
"""Actors of time limits that ask something of the person whose file it is."""


def next_duty(file: Registration, *, on: date) -> Coming | None:
    """The next thing that applicant or holder has to do in time; None where nothing is left."""
    return next((one for one in coming(file, on=on) if one.due and one.limit.actor in HOLDERS), None)


# What it is of, and its papers


@dataclass(frozen=True)
class Listed:
    """Things that stand together: the goods and services of a class, or one design with what is said of it."""

    head: str
    words: list[str]


def listed(file: Registration) -> list[Listed]:
    """Goods and services by class, or the designs one by one; nothing of an indication, which is one thing."""
    if file.system.key == "madrid":
        by_class: dict[int, list[str]] = {}
        for good in file.application.goods:
            by_class.setdefault(good.number, []).append(good.text)
        return [Listed(str(number), words) for number, words in sorted(by_class.items())]
    if file.system.key == "hague":
        return [
            Listed(str(place), [words for words in (one.product, one.subclass, one.description) if words])
            for place, one in enumerate(file.application.shown, start=1)
        ]
    return []


def papers(file: Registration) -> list[dict[str, Any]]:
    """Every file that came in: with the application, with requests and answers, with what Offices stated."""
    entries = (entry.body or {} for entry in rights.timeline(file.number))
    every = [one for body in entries for one in body.get("documents", ())]
    return list({(one.get("kind"), one["sha256"]): one for one in every}.values())


def paper_name(kind: str) -> str:
    """What a file is, by what the register calls it."""
    if kind.startswith(annexes.KIND):
        return annexes.in_words(kind)
    places = [str(int(step) + 1) for step in kind.split(".") if step.isdigit()]
    if kind.startswith("shown."):
        return _("View {number}").format(number=".".join(places))
    return _("Reproduction of the mark") if kind.startswith("mark.reproductions") else said(kind)
