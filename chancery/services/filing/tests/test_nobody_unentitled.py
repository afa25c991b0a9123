"""Over random histories: whoever is not entitled neither reads nor acts, in any state that can be reached.

The model is a few lines: who has which level until when, and whether the application is published. The machine shares,
takes back, publishes, lets time pass, and lets everybody try everything and look everywhere.
"""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chancery.core import clock, ledger
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.records.register.sharing import LEVELS
from chancery.services.filing import queries
from chancery.services.filing.acts import doing, observing
from chancery.services.filing.acts.doing import Sent
from chancery.services.filing.entitled import may_do
from chancery.services.filing.tests.acting import NOW, filed, sent, signed
from chancery.treaties import pct

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SECRET = "Hinge with magnetic latch"
PEOPLE = ("Bo", "Eve", "Mallory")
ACTS: dict[str, dict[str, Any]] = {
    "send_letter": {"to": "IB", "subject": "Hello", "text": "Good day."},
    "publish_early": {},
    "withdraw_publication_request": {},
    "withdraw_application": {"only_if_unpublished": "on"},
    "withdraw_designations": {"offices": ["US"]},
    "withdraw_priority": {"claims": ["0"]},
    "indicate_licensing": {"terms": "Ask us."},
    "change_parties": {"parties.0.address": "Elsewhere 1"},
    "enter_national_phase": {"office": "EP", "on": "2026-11-20"},
}
OWN = ("filing:application", "filing:acts", "filing:act", "filing:filed")
OPEN = ("register:right", "filing:observe")
NUMBERS = count(1)


class Office(RuleBasedStateMachine):
    """One application, its owner, and three people who want to see it."""

    @initialize()
    def begins(self) -> None:
        case = next(NUMBERS)
        self.people = {
            name: accounts.open_account(f"{name}{case}@example.org".lower(), name=name, password="long enough")
            for name in ("Ada", *PEOPLE)
        }
        self.at: datetime = NOW
        self.number = filed(self.people["Ada"])
        self.levels: dict[str, tuple[str, date | None]] = {"Ada": ("owner", None)}
        self.public = False
        self.pages = {name: Client() for name in self.people}
        self.pages["nobody"] = Client()
        for name, person in self.people.items():
            self.pages[name].force_login(_user(person))

    @property
    def today(self) -> date:
        return clock.local_day(self.at)

    def level(self, name: str) -> str | None:
        level, until = self.levels.get(name, (None, None))
        return level if until is None or until >= self.today else None

    # What happens

    @rule(name=st.sampled_from(PEOPLE), level=st.sampled_from(LEVELS), days=st.none() | st.integers(0, 30))
    def shares(self, name: str, level: str, days: int | None) -> None:
        until = None if days is None else self.today + timedelta(days=days)
        register.share(self.number, user=self.people[name], level=level, until=until, at=self.at)
        self.levels[name] = (level, until)

    @rule(name=st.sampled_from(PEOPLE))
    def takes_back(self, name: str) -> None:
        rows = [one for one in rights.shares(self.number, on=self.today) if one.user == self.people[name]]
        for one in rows:
            register.end_share(self.number, share=one.id)
            del self.levels[name]

    @rule(days=st.integers(1, 40))
    def waits(self, days: int) -> None:
        self.at += timedelta(days=days)

    @rule()
    def is_published(self) -> None:
        right = rights.right(self.number)
        if not self.public and not right.ended:
            day = self.today
            register.publish(self.number, kind_code="A2", on=day, issue="x", after=right.version, at=self.at)
            self.public = True

    @rule()
    def is_invited(self) -> None:
        right = rights.right(self.number)
        asked = events.CorrectionInvited(
            invitation=len(right.invitations) + 1, form="PCT/RO/106", findings=(), dated="2026-11-22", due="2027-01-22"
        )
        register.enter(self.number, asked, after=right.version, at=self.at)

    @rule(name=st.sampled_from(("Ada", *PEOPLE)), key=st.sampled_from(sorted(ACTS)))
    def tries(self, name: str, key: str) -> None:
        size, allowed = ledger.size(), may_do(pct.act(key), self.level(name))
        said = Sent(version=rights.right(self.number).version, values=ACTS[key], signatures=signed("Ada Okafor"))
        try:
            doing.hand_in(self.number, key, said, by=self.people[name], at=self.at)
        except Refused:
            assert ledger.size() == size
        else:
            assert allowed, f"{name} at {self.level(name)} did {key}"

    @rule()
    def somebody_observes(self) -> None:
        size = ledger.size()
        said = sent(self.number, **{"citations.0.document": f"EP {size}"})
        try:
            observing.observe(self.number, said, at=self.at)
        except Refused:
            assert ledger.size() == size
        else:
            assert self.public

    @rule(name=st.sampled_from(("Ada", *PEOPLE, "nobody")), place=st.sampled_from(OWN))
    def looks_at_a_page_of_the_applicant(self, name: str, place: str) -> None:
        arguments = [rights.in_address(self.number), *(["send_letter"] if place == "filing:act" else [])]
        answer = self.pages[name].get(reverse(place, args=arguments))
        assert (answer.status_code == 200) == (self.level(name) is not None)
        assert answer.status_code == 200 or SECRET not in answer.content.decode()

    @rule(name=st.sampled_from(("Ada", *PEOPLE, "nobody")), place=st.sampled_from(OPEN))
    def looks_at_a_public_page(self, name: str, place: str) -> None:
        answer = self.pages[name].get(reverse(place, args=[rights.in_address(self.number)]))
        may = self.public or (self.level(name) is not None and place == "register:right")
        assert (answer.status_code == 200) == may
        assert may or SECRET not in answer.content.decode()

    # What must hold

    @invariant()
    def only_the_entitled_read(self) -> None:
        for name, person in self.people.items():
            mine = self.level(name) is not None
            assert (queries.own(self.number, user_id=person, on=self.today) is not None) == mine
            assert (rights.visible(self.number, person, on=self.today) is not None) == (mine or self.public)
            assert (self.number in rights.shared_with(person, on=self.today)) == mine

    @invariant()
    def no_entry_is_read_by_others(self) -> None:
        for entry in rights.timeline(self.number):
            for name, person in self.people.items():
                if rights.readable(entry, person, on=self.today) and self.level(name) is None:
                    assert self.public
                    assert entry.kind in events.DISCLOSED


def _user(person: int) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(pk=person)


def test_no_reachable_state_lets_a_person_who_is_not_entitled_read_or_act(monkeypatch):
    machines: list[Office] = []

    class Watched(Office):
        def __init__(self) -> None:
            super().__init__()
            machines[:] = [self]

    monkeypatch.setattr(clock, "now", lambda **_: getattr(machines[0], "at", NOW) if machines else NOW)
    bounded = settings(
        max_examples=8,
        stateful_step_count=12,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # no shrinking: what fails is found again by itself, and soon
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Watched, settings=bounded)
