"""An issue takes two publishers, where there are two."""

import pytest

from chancery.core.follow import catch_up
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.accounts.tests.signing_in import signed_in_with_a_second_factor
from chancery.records.register import queries
from chancery.services.examination import actions
from chancery.services.examination.followers import Desk
from chancery.services.examination.tests.conftest import FILED_AT
from chancery.services.examination.tests.test_publish import ISSUE, noon


@pytest.fixture
def second(cast):
    made = accounts.open_account("paula@example.org", name="Paula", password="correct horse battery")
    accounts.grant(made, role="publisher", by=None, at=FILED_AT)
    return made


@pytest.fixture
def number(file, cast):
    number = file()
    actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
    return number


def payload(*numbers):
    return actions.issue_payload(ISSUE, numbers, ())


def test_neither_of_two_publishers_publishes_alone(number, cast, second):
    with pytest.raises(Refused, match="takes two persons"):
        actions.publish(ISSUE, numbers=[number], by=cast.publisher, at=noon(ISSUE))
    assert not queries.is_public(number)


def test_an_issue_that_one_proposes_and_another_confirms_appears(number, cast, second):
    done = accounts.do_or_propose(actions.PUBLISH, payload(number), by=cast.publisher, at=noon(ISSUE))
    assert not queries.is_public(number)
    issue = accounts.confirm(done.proposal, by=second, at=noon(ISSUE))
    assert issue.publications == ("WO 2028/000001",)
    assert queries.is_public(number)


def test_a_confirmed_issue_is_exactly_the_one_that_was_proposed(number, file, cast, second):
    other = file(title="Second")
    actions.accord(other, by=cast.officer, at=FILED_AT, after=1)
    done = accounts.do_or_propose(actions.PUBLISH, payload(number), by=cast.publisher, at=noon(ISSUE))
    accounts.confirm(done.proposal, by=second, at=noon(ISSUE))
    with pytest.raises(Refused, match="takes two persons"):
        actions.publish(ISSUE, numbers=[other], by=cast.publisher, at=noon(ISSUE))


def test_an_issue_is_not_confirmed_on_another_day(number, cast, second):
    done = accounts.do_or_propose(actions.PUBLISH, payload(number), by=cast.publisher, at=noon(ISSUE))
    with pytest.raises(Refused, match="no issue of"):
        accounts.confirm(done.proposal, by=second, at=noon(ISSUE.replace(day=2)))
    assert not queries.is_public(number)


def test_what_may_not_be_published_is_not_even_proposed(file, cast, second):
    with pytest.raises(Refused, match="no international filing date"):
        accounts.do_or_propose(actions.PUBLISH, payload(file()), by=cast.publisher, at=noon(ISSUE))


def test_a_lone_publisher_publishes_at_once(number, cast):
    done = accounts.do_or_propose(actions.PUBLISH, payload(number), by=cast.publisher, at=noon(ISSUE))
    assert done.proposal is None
    assert done.result.name == "2028/22"


def test_the_page_proposes_and_says_what_applies(number, cast, second, client, monkeypatch):
    catch_up([Desk()], at=FILED_AT)
    monkeypatch.setattr("chancery.services.examination.views.issue.now", lambda: noon(ISSUE))
    monkeypatch.setattr("chancery.services.examination.views.issue.today", lambda: ISSUE)
    signed_in_with_a_second_factor(client, cast.publisher)
    text = client.get("/desk/issues/").content.decode()
    assert "Propose this issue" in text
    assert "It takes two persons" in text
    answer = client.post("/desk/issues/", {"on": ISSUE, "numbers": [number]})
    assert answer["Location"] == "/account/confirmations/"
    assert not queries.is_public(number)
    User.objects.get(pk=second).grants.all().delete()
    assert "Publish this issue" in client.get("/desk/issues/").content.decode()
