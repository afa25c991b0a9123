"""Over random histories of one application, with everybody trying everything on a clock that goes on.

`chancery/services/filing/tests/test_nobody_unentitled.py` asks who reads and who acts as shares come and go. Here the
Offices act too: no act is done by the wrong person, nothing is left half done, the register can always be read, every
time limit can be reckoned, the states follow each other as they may, and what has ended stays ended.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from chancery.core import clock, follow, ledger
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.register import queries as rights
from chancery.records.register.right import ENDED
from chancery.services.docket import queries as docket
from chancery.services.docket.followers import Lines
from chancery.services.examination import actions as desk
from chancery.services.examination.followers import Desk
from chancery.services.examination.offices import table
from chancery.services.examination.tests.conftest import WHOLE
from chancery.services.filing import actions as drafts
from chancery.services.filing import queries as filings
from chancery.services.filing import sharing, whole
from chancery.services.filing.acts import doing
from chancery.services.filing.acts.doing import Sent
from chancery.services.filing.entitled import may_do
from chancery.services.filing.tests.acting import FILED, filed, signed
from chancery.services.filing.tests.test_nobody_unentitled import ACTS, NUMBERS
from chancery.treaties import pct

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

APPLICANTS = ("Ada", "Bo", "Eve")  # owner, colleague in the organisation with which she shares, stranger
OFFICE = {"Otto": "officer", "Petra": "publisher"}
EVERYBODY = (*APPLICANTS, *OFFICE)
APPLICANTS_ACTS = [*sorted(ACTS), *sorted(ACTS.keys() - {"withdraw_application"}) * 4]
"""That all is over should be rare, or histories end where they begin."""

NEXT = {
    "received": {"invited", "accorded", "not an application", "withdrawn", "considered withdrawn"},
    "invited": {"received", "accorded", "not an application", "withdrawn", "considered withdrawn", "published"},
    "accorded": {"invited", "withdrawn", "considered withdrawn", "published"},
    "published": {"withdrawn", "considered withdrawn"},
}
"""Which state may follow which; what has ended is followed by none."""

REPORT = {
    "citations": ({"document": "EP 1", "category": "X", "passages": "", "claims": "1"},),
    "classifications": (),
    "opinion": "Novel.",
    "declined": "",
    "documents": (),
}


def office_acts(today: date) -> dict[str, dict[str, Any]]:
    """What an officer writes on each slip, on this day."""
    return {
        "record-copy": {"received_on": today},
        "search-copy": {"received_on": today},
        "invite-to-pay": {"remark": ""},
        "invite-otherwise": {"occasion": "missing", "message": "Page 3.", "due": None, "remark": ""},
        "extend": {"invitation": 1, "due": today + timedelta(days=60), "reason": "Illness"},
        "excuse": {"invitation": 1, "due": today, "reason": "Flood"},
        "correct-filing-date": {"filing_date": today, "remark": ""},
        "considered-withdrawn": {"ground": "PCT Art. 14(3)(a)", "reason": "Not paid."},
        "priority": {"claim": 0, "outcome": "void", "criterion": "", "reason": "Twelve months had passed."},
        "search-report": {"established_on": today, **REPORT},
        "national-phase": {"office": "EP", "what": "entered", "on": today, "number": "", "remark": ""},
    }


class House:
    """One application; its owner, a colleague who comes and goes, a stranger, an officer and a publisher.

    ``done`` are the keys of what was really done, so that a test can say that something was.
    """

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.done: list[str] = []
        case, accorded = next(NUMBERS), chance.random() < 0.7
        self.at: datetime = FILED
        self.people = {
            name: accounts.open_account(f"{name}-{case}@example.org".lower(), name=name, password="long enough")
            for name in EVERYBODY
        }
        for name, role in OFFICE.items():
            accounts.grant(self.people[name], role=role, by=None, at=self.at)
        self.firm = accounts.found("Latch & Sons", by=self.people["Ada"], at=self.at)
        self.number = filed(self.people["Ada"], at=self.at, accorded=accorded, parts=WHOLE.parts)
        self.draft = drafts.start(by=self.people["Ada"], at=self.at)
        for matter in (self.number, whole.matter(self.draft)):
            share = partial(sharing.with_organisation, matter, organisation=self.firm, level="editor", until=None)
            share(by=self.people["Ada"], at=self.at)
        self.belongs = False
        self.status = "accorded" if accorded else "received"
        self.followers = (Lines(), Desk())

    @property
    def today(self) -> date:
        return clock.local_day(self.at)

    def level(self, name: str) -> str | None:
        return "owner" if name == "Ada" else "editor" if name == "Bo" and self.belongs else None

    def somebody(self, mostly: str = "Ada") -> str:
        """Anybody; two times in three who may, so that histories grow long."""
        return mostly if self.chance.random() < 2 / 3 else self.chance.choice(EVERYBODY)

    def tried(self, key: str, may: bool, act: Callable[[], object]) -> None:
        """Whoever may not does nothing; and what is refused leaves nothing behind."""
        size = ledger.size()
        try:
            act()
        except Refused:
            assert ledger.size() == size
        else:
            assert may, key
            self.done.append(key)

    # What happens

    def time_passes(self) -> None:
        self.at += timedelta(days=self.chance.choice((1, 30, 100, 300)))

    def the_colleague_comes_or_goes(self) -> None:
        bo, ada = self.people["Bo"], self.people["Ada"]
        if self.belongs:
            accounts.leave(self.firm, by=bo, at=self.at)
        else:
            code = accounts.invite(self.firm, address_of(bo), by=ada, at=self.at)
            accounts.join(code, by=bo, at=self.at)
        self.belongs = not self.belongs

    def somebody_acts_as_applicant(self) -> None:
        name, key = self.somebody(), self.chance.choice(APPLICANTS_ACTS)
        said = Sent(version=rights.right(self.number).version, values=ACTS[key], signatures=signed("Ada Okafor"))
        act = partial(doing.hand_in, self.number, key, said, by=self.people[name], at=self.at)
        self.tried(key, may_do(pct.act(key), self.level(name)), act)

    def somebody_writes_in_the_draft(self) -> None:
        name = self.somebody("Bo")
        row = whole.Draft.objects.get(pk=self.draft)
        changes = {"title": f"Hinge {row.revision}"}
        act = partial(drafts.save, self.draft, changes=changes, revision=row.revision, by=self.people[name], at=self.at)
        self.tried("save", self.level(name) is not None, act)

    def somebody_hands_in_or_discards_the_draft_of_another(self) -> None:
        name = self.chance.choice(("Bo", "Eve", *OFFICE))
        for act in (drafts.submit, drafts.discard):
            self.tried(act.__name__, False, partial(act, self.draft, by=self.people[name], at=self.at))

    def somebody_accords(self) -> None:
        name, after = self.somebody("Otto"), rights.right(self.number).version
        self.tried(
            "accord", name == "Otto", partial(desk.accord, self.number, by=self.people[name], at=self.at, after=after)
        )

    def somebody_acts_as_an_office(self) -> None:
        name, key = self.somebody("Otto"), self.chance.choice(sorted(office_acts(self.today)))
        assert key in table.BY_KEY
        data, after = office_acts(self.today)[key], rights.right(self.number).version
        act = partial(desk.act, self.number, key, data=data, by=self.people[name], at=self.at, after=after)
        self.tried(key, name == "Otto", act)

    def somebody_publishes(self) -> None:
        name = self.somebody("Petra")
        self.at += timedelta(days=(3 - self.today.weekday()) % 7)  # issues bear a Thursday
        act = partial(desk.publish, self.today, numbers=[self.number], by=self.people[name], at=self.at)
        self.tried("publish", name == "Petra", act)

    # What must hold

    def the_states_follow_each_other_as_they_may(self) -> None:
        now = rights.right(self.number).status
        assert now == self.status or now in NEXT.get(self.status, set()), f"{self.status} became {now}"
        assert self.status not in ENDED or now == self.status
        self.status = now

    def every_time_limit_and_every_act_can_be_told(self) -> None:
        right = rights.right(self.number)
        assert all(limit.steps or isinstance(limit.due, pct.NotDeterminable) for limit in pct.time_limits(right.record))
        assert len(pct.acts(right.record, right.application, on=self.today)) == len(pct.ACTS)

    def the_followers_come_along(self) -> None:
        for follower in self.followers:
            while follow.advance(follower, at=self.at):
                pass

    def only_the_entitled_see_file_draft_and_docket(self) -> None:
        for name in APPLICANTS:
            person, theirs = self.people[name], self.level(name) is not None
            assert (filings.draft(self.draft, user_id=person, on=self.today) is not None) == theirs
            assert (filings.own(self.number, user_id=person, on=self.today) is not None) == theirs
            lines = docket.coming(person, on=self.today, ahead=10_000)
            assert theirs or not lines


def address_of(person: int) -> str:
    return people.person(person).email


HAPPENS = (
    *(House.somebody_acts_as_applicant, House.somebody_acts_as_an_office) * 3,
    *(House.time_passes, House.somebody_publishes, House.somebody_accords),
    House.the_colleague_comes_or_goes,
    House.somebody_writes_in_the_draft,
    House.somebody_hands_in_or_discards_the_draft_of_another,
)
HOLDS = (
    House.the_states_follow_each_other_as_they_may,
    House.every_time_limit_and_every_act_can_be_told,
    House.the_followers_come_along,
    House.only_the_entitled_see_file_draft_and_docket,
)
STEPS = 40


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_house_stays_in_order(seed, monkeypatch):
    chance = Random(seed)
    house = House(chance)
    monkeypatch.setattr(clock, "now", lambda **_: house.at)
    for _step in range(STEPS):
        chance.choice(HAPPENS)(house)
        for holds in HOLDS:
            holds(house)
    assert len(set(house.done)) > 2, "too little was done to say anything"
