"""What applicants do in the journeys of the Offices, entered as their pages would: ``python -m tests.journeys.facts``.

``file [TITLE]`` gives a number; ``answer``, ``withdraw``, ``demand``, ``reply``, ``pay`` act on it, ``issue`` gives the
day of its issue. The clock is that of the portal.
"""

import sys
from dataclasses import replace
from datetime import date

import django

django.setup()

from chancery.core import clock  # noqa: E402 - after Django is set up
from chancery.records.accounts.models import User  # noqa: E402
from chancery.records.register import actions, events, queries  # noqa: E402
from chancery.treaties import pct  # noqa: E402
from chancery.treaties.kernel import Money, of_office  # noqa: E402

PERSON = pct.Party(
    name="OKAFOR, Amina",
    kind="natural",
    address="Rue du Lac 12, 1207 Genève",
    country="CH",
    nationality="CH",
    residence="CH",
    inventor=True,
)


def application(title: str, on: date) -> pct.Application:
    parts = (("description", 3, None), ("claims", 1, None), ("abstract", 1, 80))
    return pct.Application(
        searching_authority="EP",
        title=title,
        language="en",
        format="pdf",
        request_sheets=4,
        parties=(PERSON,),
        parts=tuple(
            pct.Part(kind=kind, sha256=str(place) * 64, name=f"{kind}.pdf", sheets=sheets, words=words)
            for place, (kind, sheets, words) in enumerate(parts, start=1)
        ),
        signatures=(pct.Signature(name="Amina Okafor", signed_on=on, party=0),),
    )


def file(title: str = "") -> str:
    at = clock.now()
    amina = User.objects.get(email="applicant@demo.example")
    made = application(title, clock.local_day(at))
    return actions.file_application(made, documents=(), by=amina.pk, at=at).number


def answer(number: str) -> None:
    right, today = queries.right(number), clock.today()
    whole = replace(application("Hinge with magnetic latch", right.received_on), received_on=right.received_on)
    enter(
        number,
        events.CorrectionReceived(
            invitation=1, received_on=today.isoformat(), application=actions.lean(whole), documents=()
        ),
    )


def withdraw(number: str) -> None:
    today = clock.today().isoformat()
    enter(number, events.Withdrawn(act="withdraw_application", received_on=today, only_if_unpublished=True))


def demand(number: str) -> None:
    today = clock.today().isoformat()
    enter(
        number,
        events.ChapterIIDemanded(
            act="demand", received_on=today, authority="EP", elected=("JP", "US"), basis="as filed"
        ),
    )


def reply(number: str) -> None:
    today = clock.today().isoformat()
    enter(number, events.PaperReceived(act="reply_to_opinion", received_on=today, paper=1))


def pay(number: str) -> None:
    right, today = queries.right(number), clock.today().isoformat()
    for line in pct.fees(right.application, on=right.received_on).lines:
        owed = line.amount if isinstance(line.amount, Money) else Money.of(1, "CHF")
        enter(
            number,
            events.PaymentRecorded(line=line.code, amount=str(owed.amount), currency=owed.currency, received_on=today),
        )


def issue(number: str) -> str:
    right = queries.right(number)
    return str(pct.publication(right.record, calendars=of_office).expected)


def enter(number: str, event: events.Event) -> None:
    actions.enter(number, event, after=queries.right(number).version, at=clock.now())


DOING = {one.__name__: one for one in (file, answer, withdraw, demand, reply, pay, issue)}

if __name__ == "__main__":
    said = DOING[sys.argv[1]](*sys.argv[2:])
    print(said or "")
