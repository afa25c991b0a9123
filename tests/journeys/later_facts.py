"""What the Offices and time have done before the journeys of later acts: ``python -m tests.journeys.later_facts``.

``filed TITLE`` gives a number; ``handed_over``, ``searched``, ``published`` act on it. The clock is the portal's own.
"""

import sys
from dataclasses import replace
from datetime import date, timedelta

from chancery.treaties import pct

AMINA = pct.Party(
    name="OKAFOR, Amina",
    kind="natural",
    address="Rue du Lac 12\n1207 Genève",
    country="CH",
    nationality="CH",
    residence="CH",
    inventor=True,
)
TWO = (AMINA, replace(AMINA, name="LIND, Bo"))


def filed(title: str) -> str:
    """Filed today by two applicants, on a priority of eleven months ago, with its filing date."""
    from chancery.core import clock
    from chancery.records.accounts.models import User
    from chancery.records.register import actions, events

    at = clock.now()
    today = clock.local_day(at)
    claim = pct.PriorityClaim(office="CH", number="CH 1234/25", filed_on=today - timedelta(days=330))
    made = pct.Application(title=title, language="en", searching_authority="EP", parties=TWO, priority_claims=(claim,))
    amina = User.objects.get(email="applicant@demo.example")
    number = actions.file_application(made, documents=(), by=amina.pk, at=at).number
    _enter(number, events.FilingDateAccorded(filing_date=today.isoformat(), cites="PCT Art. 11(1)"))
    return number


def handed_over(number: str) -> None:
    """The record copy is with the Bureau, the search copy with the Authority."""
    from chancery.records.register import events

    for which, office in (("record", "IB"), ("search", "EP")):
        _enter(number, events.CopyReceived(copy=which, office=office, received_on=today()))


def searched(number: str) -> None:
    from chancery.records.register import events

    day = today()
    _enter(number, events.SearchReportEstablished(authority="EP", established_on=day, transmitted_on=day))


def published(number: str) -> None:
    from chancery.core import clock
    from chancery.records.register import actions, queries
    from chancery.services.examination import publication

    right, at = queries.right(number), clock.now()
    on = clock.local_day(at)
    actions.publish(number, kind_code="A2", on=on, issue=publication.name(on), after=right.version, at=at)


def today() -> str:
    from chancery.core import clock

    return clock.today().isoformat()


def thirteen_months_ago() -> str:
    return (date.fromisoformat(today()) - timedelta(days=395)).isoformat()


def _enter(number: str, event) -> None:
    from chancery.core import clock
    from chancery.records.register import actions, queries

    actions.enter(number, event, after=queries.right(number).version, at=clock.now())


DOING = {one.__name__: one for one in (filed, handed_over, searched, published, today, thirteen_months_ago)}

if __name__ == "__main__":
    import django

    django.setup()
    print(DOING[sys.argv[1]](*sys.argv[2:]) or "")
