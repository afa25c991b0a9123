"""What Offices, the Bureau and time have done to a registration before its holder's journeys, and in them.

``python -m tests.journeys.registration_facts WHAT …``: ``mark``, ``design`` and ``indication`` give a number;
``noticed``, ``refused``, ``granted`` and ``recorded`` act on it. The clock is the portal's own.
"""

import sys
from datetime import date, timedelta
from typing import Any

HOLDER = {
    "name": "Amina Okafor",
    "address": "Rue du Lac 12, 1207 Genève",
    "country": "CH",
    "email": "amina@example.org",
}
MARK: dict[str, Any] = {
    "origin": "CH",
    "language": "en",
    "applicants": [HOLDER | {"kind": "natural", "link": "national", "linked_in": "CH"}],
    "basis": [{"kind": "registration", "number": "701234", "dated": "2015-11-03", "classes": [9, 11]}],
    "mark": {"form": "word", "words": "LUMEN", "standard_characters": True},
    "goods": [
        {"number": 9, "text": "electric batteries"},
        {"number": 9, "text": "light-emitting diodes"},
        {"number": 11, "text": "lamps"},
        {"number": 11, "text": "lanterns"},
    ],
    "designations": [{"party": "FR"}, {"party": "JP", "goods": [2, 3]}, {"party": "KR"}, {"party": "NO"}],
}
DESIGN: dict[str, Any] = {
    "language": "en",
    "applicants": [HOLDER | {"links": [{"party": "CH", "bond": "national"}]}],
    "shown": [{"product": "Lamp", "subclass": "26-05"}, {"product": "Lantern", "subclass": "26-02"}],
    "designs": 2,
    "designations": [{"party": "JP"}, {"party": "KR"}],
}
INDICATION: dict[str, Any] = {
    "language": "en",
    "origin": "FR",
    "kind": "appellation",
    "names": [{"text": "Val-Clair", "language": "fr"}],
    "goods": ["cheese"],
    "area": "The upper valley of the Clair, above its third bridge.",
    "authority": "INAO",
    "beneficiaries": [{"name": "The producers of the area"}],
}


def mark(years: str = "1") -> str:
    """A mark registered so many years and two months ago, notified a month later, published."""
    return _registered("madrid", MARK, int(years))


def design(years: str = "1") -> str:
    return _registered("hague", DESIGN, int(years))


def deferred() -> str:
    """Designs whose publication is deferred: registered, and public nowhere."""
    return _registered("hague", DESIGN | {"publication": "deferred"}, 0, published=False)


def indication(years: str = "1") -> str:
    return _registered("lisbon", INDICATION, int(years))


def presented() -> str:
    """An application that the Office of origin has sent on, and of which nothing has been examined yet."""
    return _presented("madrid", MARK)


def noticed(number: str) -> None:
    from chancery.records.register import events

    day = _today()
    found = {"cites": "Madrid Rule 9(4)(a)(xiii)", "message": "An indication is too vague.", "field": "goods.0.text"}
    _enter(
        number,
        events.IrregularityNotified(
            notice=1,
            rule="11(2)",
            findings=(found,),
            dated=day.isoformat(),
            due=(day + timedelta(days=90)).isoformat(),
            remedied_by="applicant",
        ),
    )


def refused(number: str, office: str, on: str) -> None:
    """An Office refuses for now, for the last thing of the list."""
    from chancery.records.register import events

    last = len(_file(number).things) - 1
    ground = {"provision": "Art. 6quinquies B", "text": "Earlier mark LUMENA, for lanterns"}
    until = (date.fromisoformat(on) + timedelta(days=90)).isoformat()
    _enter(
        number,
        events.OfficeStated(
            statement=len(_file(number).statements) + 1,
            office=office,
            act="refuse",
            on=on,
            things=(last,),
            grounds=(ground,),
            answer_until=until,
        ),
    )


def granted(number: str, office: str, on: str) -> None:
    from chancery.records.register import events

    count = len(_file(number).statements) + 1
    _enter(number, events.OfficeStated(statement=count, office=office, act="grant", on=on))


def recorded(number: str) -> None:
    """The International Bureau records what was asked for last, from today."""
    from chancery.records.register import events

    asked = _file(number).open_requests[-1]
    cites = _file(number).system.act(asked.act).cites
    _enter(number, events.RequestRecorded(request=asked.request, recorded_on=_today().isoformat(), cites=cites))


def _presented(system: str, data: dict[str, Any]) -> str:
    from chancery.core import clock
    from chancery.records.accounts.models import User
    from chancery.records.register import actions, events

    amina = User.objects.get(email="applicant@demo.example")
    office = {"madrid": "CH"}.get(system, "IB")
    number = actions.present(system, data, office=office, documents=(), by=amina.pk, at=clock.now()).number
    if system == "madrid":
        _enter(number, events.ApplicationForwarded(from_office="CH", received_on=_today().isoformat()))
    return number


def _registered(system: str, data: dict[str, Any], years: int, *, published: bool = True) -> str:
    from chancery.core import clock
    from chancery.records.register import actions, events

    number, at, on = _presented(system, data), clock.now(), _ago(years)
    told = on + timedelta(days=30)
    known = _file(number)
    parties = known.system.designated(known.application, on=on)[:8]
    made = actions.make_registration(
        number, registered_on=on, parties=parties, cites="Madrid Art. 3(4)", after=known.version, at=at
    )
    if published:
        actions.publish_registration(
            number, registration_number=made, issue=f"{told:%G/%V}", on=told, after=_file(number).version, at=at
        )
    _enter(number, events.PartiesNotified(parties=parties, on=told.isoformat()))
    return number


def _ago(years: int) -> date:
    day = _today() - timedelta(days=61)
    return day.replace(year=day.year - years)


def _today() -> date:
    from chancery.core import clock

    return clock.today()


def _file(number: str) -> Any:
    from chancery.records.register import queries

    return queries.registration(number)


def _enter(number: str, event: Any) -> None:
    from chancery.core import clock
    from chancery.records.register import actions

    actions.enter(number, event, after=_file(number).version, at=clock.now())


DOING = {
    one.__name__: one for one in (mark, design, deferred, indication, presented, noticed, refused, granted, recorded)
}

if __name__ == "__main__":
    import django

    django.setup()
    print(DOING[sys.argv[1]](*sys.argv[2:]) or "")
