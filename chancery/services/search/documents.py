"""From the register to what the finder keeps: one document a published record. Only what is public goes in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from chancery.core import clock
from chancery.core.ledger import Entry
from chancery.finder import DATE_NAMES, Document
from chancery.finder.document import CITED
from chancery.finder.numbers import canonical
from chancery.records.register.events import RecordImported
from chancery.records.register.queries import Cited, Registration, Right, as_cited, documents_cited, pictures
from chancery.services.search import applied
from chancery.services.search.records.citing import as_fact
from chancery.services.search.registered import classes_of, goods_of, kind_of, people_of, status_of, titles_of

UNKNOWN_LANGUAGE = "und"


def of_import(entry: Entry, record: RecordImported) -> Document:
    """A record taken over from another register."""
    facts = record.facts
    told = facts.get("more", {})
    more = {name: value for name, value in told.items() if name != "citations"}
    cited = [as_cited(one) for one in told.get("citations", ())]
    return Document(
        collection=record.collection,
        key=record.key,
        office=facts.get("office", ""),
        number=facts.get("number", record.key),
        numbers=(record.key,),
        numbered={
            **_numbered(record.collection, facts.get("number", record.key), more),
            **_numbers_cited(cited),
        },
        titles={_language(code): title for code, title in facts.get("titles", {}).items()},
        names=tuple(facts.get("names", ())),
        classes={scheme: tuple(symbols) for scheme, symbols in facts.get("classes", {}).items()},
        dates=_dates(facts.get("dates", {})),
        status=facts.get("status", ""),
        country=facts.get("country", ""),
        kind=facts.get("kind", ""),
        codes=_codes(more),
        family=family(record.collection, more.get("application", ""), _priority_numbers(more)),
        facts={"entry": entry.number, "source": record.source, "more": more, **_cited(cited)},
        text=" ".join((*more.get("domains", ()), more.get("verbal", ""), more.get("provider", ""))).strip(),
    )


def of_application(entry: Entry, right: Right) -> Document:
    """A published international application: what stands on its front page, what the search reports cite (PCT
    Art. 21, Rule 48.2(a)(v), (b)), and what has become of it since, as far as that is open to everyone (Rule 94.1).
    """
    publication, application = right.publication, right.application
    assert publication is not None, "only a published application is public"
    priorities = tuple(
        f"{claim.office} {claim.number}".strip() for claim in application.priority_claims if claim.number
    )
    dates = {"published": publication.on, "filed": right.filing_date, "priority": _earliest(right)}
    cited = documents_cited(right.searches)
    return Document(
        collection="patents",
        key=publication.key,
        office="WO",
        number=publication.number,
        numbered={
            "publication": (publication.number,),
            "application": (right.number,),
            "priority": priorities,
            "national": applied.national_numbers(right),
            **_numbers_cited(cited),
        },
        titles={application.language: application.title},
        names=tuple(party.name for party in application.applicants if party.name),
        people=applied.people_of(right),
        classes=applied.classes_of(right),
        dates={name: day for name, day in dates.items() if day},
        days=applied.days_of(right),
        status="published",
        country=next((party.country for party in application.applicants if party.country), ""),
        kind=publication.kind_code,
        codes=applied.codes_of(right),
        family=family("patents", right.number, priorities),
        facts={
            "entry": entry.number,
            "source": "",
            "right": right.number,
            **_cited(cited),
            **({"national": entered} if (entered := applied.entered(right)) else {}),
        },
        text=applied.abstract_of(right),
        parts=applied.parts_of(right),
        language=application.language,
    )


def of_registration(entry: Entry, file: Registration) -> Document:
    """A published registration of a mark, of designs, or of an appellation or indication."""
    application, publication = file.application, file.publication
    assert publication is not None, "only a published registration is public"
    on = _as_it_stands(entry, file)
    priorities = getattr(application, "priorities", ())
    dates = {
        "published": publication.on,
        "registered": file.registered_on,
        "filed": file.received_on,
        "priority": min((one.filed_on for one in priorities if one.filed_on), default=None),
        "expires": file.until(on=on),
    }
    numbers = tuple(f"{one.office} {one.number}".strip() for one in priorities if one.number)
    return Document(
        collection=file.collection,
        key=file.key,
        office="WO",
        number=file.registration_number,
        numbers=(file.key, file.number),
        numbered={"registration": (file.registration_number,), "application": (file.number,), "priority": numbers},
        titles=titles_of(file),
        names=file.holders,
        people=people_of(file),
        classes=classes_of(file),
        dates={name: day for name, day in dates.items() if day},
        status=status_of(file, on=on),
        country=application.origin if isinstance(application.origin, str) else next(iter(application.linked), ""),
        kind=kind_of(file),
        codes=_of_parties(file, on),
        facts={"entry": entry.number, "source": "", "registration": file.number, "pictures": _pictures(file)},
        text=" ".join((*file.things, *goods_of(file))),
        language=application.language,
    )


def _as_it_stands(entry: Entry, file: Registration) -> date:
    """The day of the entry, or the last one from which something in the file counts: no later entry will tell of it."""
    days: list[date] = [clock.local_day(entry.at), *(one.on for one in file.facts.happenings)]
    return max(days)


def _of_parties(file: Registration, on: date) -> dict[str, tuple[str, ...]]:
    """Where protection is asked for or stands, and in what a mark consists."""
    parties = tuple(life.code for life in file.lives(on=on) if life.tone != "over")
    mark = getattr(file.application, "mark", None)
    codes = {
        "party": parties,
        "language": tuple(filter(None, (file.application.language,))),
        "feature": (mark.form.capitalize(),) if mark and mark.form else (),
        "priority_country": tuple(one.office for one in getattr(file.application, "priorities", ()) if one.office),
    }
    return {name: values for name, values in codes.items() if values}


def _pictures(file: Registration) -> list[str]:
    return [one.sha256 for one in pictures(file) if one.is_seen]


def family(collection: str, application: str, priorities: Sequence[str]) -> str:
    """The family of a patent document: those with exactly the same priorities, as in the EPO's simple families; one
    without priorities is itself what later applications claim. Empty where neither number is known.
    """
    if collection != "patents":
        return ""
    return "+".join(sorted({canonical(number) for number in priorities or (application,) if number}))


def _numbered(collection: str, number: str, more: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """A mark, design or indication keeps one number from its application to its registration."""
    application = tuple(filter(None, (more.get("application", ""),)))
    priorities = {"priority": tuple(_priority_numbers(more))}
    if collection == "patents":
        return {"publication": (number,), "application": application, **priorities}
    if collection == "decisions":
        return {}
    return {"registration": (number,), "application": (number, *application), **priorities}


def _numbers_cited(cited: Sequence[Cited]) -> dict[str, tuple[str, ...]]:
    numbers = tuple(dict.fromkeys(one.number for one in cited if one.number))
    return {CITED: numbers} if numbers else {}


def _cited(cited: Sequence[Cited]) -> dict[str, list[dict[str, Any]]]:
    return {CITED: [as_fact(one) for one in cited]} if cited else {}


def _codes(more: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    offices = dict.fromkeys(claim["office"] for claim in more.get("priorities", ()) if claim.get("office"))
    codes = {
        "priority_country": tuple(offices),
        "language": tuple(more.get("languages", ())),
        "feature": tuple(filter(None, (more.get("feature", ""),))),
        "provider": tuple(filter(None, (more.get("provider", ""),))),
    }
    return {name: values for name, values in codes.items() if values}


def _priority_numbers(more: dict[str, Any]) -> list[str]:
    return [f"{claim.get('office', '')} {claim['number']}".strip() for claim in more.get("priorities", ())]


def _language(code: str) -> str:
    return "" if code == UNKNOWN_LANGUAGE else code


def _dates(given: dict[str, Any]) -> dict[str, date]:
    return {name: date.fromisoformat(text) for name, text in given.items() if name in DATE_NAMES}


def _earliest(right: Right) -> date | None:
    """The priority date: the earliest filing whose priority is claimed (PCT Art. 2(xi))."""
    return min((claim.filed_on for claim in right.application.priority_claims if claim.filed_on), default=None)
