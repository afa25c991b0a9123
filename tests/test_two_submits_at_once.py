"""A person presses the button twice, or two people of one account press it together: one application is filed."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.portal import Caller, Portal

pytestmark = [pytest.mark.server, pytest.mark.slow]
DRAFTS, TOGETHER = 5, 4


@pytest.fixture
def portal(tmp_path):
    portal = Portal(tmp_path / "data")
    yield portal
    portal.end()


def test_of_submits_at_once_all_get_the_same_number_and_one_application_is_filed(portal):
    prepared = portal.command("-m", "tests.applicants", "1", str(DRAFTS))
    [person] = json.loads(prepared.stdout)
    portal.start()
    told = [together(portal, person, draft) for draft in person["drafts"]]
    for answers in told:
        assert {answer.status for answer in answers} <= {200, 201}, [answer.body for answer in answers]
        assert len({answer.json["number"] for answer in answers}) == 1
    assert sorted(answers[0].json["number"][-6:] for answers in told) == [f"{n:06d}" for n in range(1, DRAFTS + 1)]
    assert portal.health()["ledger"]["size"] == DRAFTS


def together(portal, person, draft):
    """The answers to so many submissions of one draft, sent at the same moment."""
    start = Barrier(TOGETHER)

    def submit(_):
        caller = Caller(portal.port, headers={"Authorization": f"Bearer {person['token']}"})
        start.wait()
        return caller.ask("POST", f"/api/v1/filing/drafts/{draft}/submission", {})

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(submit, range(TOGETHER)))
