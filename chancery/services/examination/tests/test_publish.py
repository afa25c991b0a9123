from datetime import UTC, date, datetime, time, timedelta

import pytest

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.register import queries
from chancery.services.examination import actions, publication
from chancery.services.examination.tests.conftest import FILED_AT

ISSUE = date(2028, 6, 1)
"""A Thursday; the 18 months from 23 November 2026 end on 23 May 2028, a Tuesday."""
EARLY = date(2028, 5, 18)


def noon(day):
    return datetime.combine(day, time(12), tzinfo=UTC)


@pytest.fixture
def accorded(file, cast):
    def accorded(**changes):
        number = file(**changes)
        actions.accord(number, by=cast.officer, at=FILED_AT, after=1)
        return number

    return accorded


def test_an_issue_opens_its_applications_to_everyone(accorded, cast):
    numbers = [accorded(), accorded(title="Second")]
    assert not queries.is_public(numbers[0])

    issue = actions.publish(ISSUE, numbers=numbers, by=cast.publisher, at=noon(ISSUE))

    assert (issue.name, issue.publications) == ("2028/22", ("WO 2028/000001", "WO 2028/000002"))
    right = queries.right(numbers[0])
    assert (right.publication.on, right.publication.kind_code, right.publication.issue) == (ISSUE, "A2", "2028/22")
    assert queries.visible(numbers[0], None, on=ISSUE)


def test_nothing_is_published_before_eighteen_months_are_over(accorded, cast):
    number = accorded()
    with pytest.raises(Refused, match="from 2028-05-24, not before") as refused:
        actions.publish(EARLY, numbers=[number], by=cast.publisher, at=noon(EARLY))
    assert refused.value.findings[0].cites == "PCT Art. 21(2)(a)"
    assert not queries.is_public(number)


def test_one_application_that_is_not_ready_holds_up_the_whole_issue(accorded, file, cast):
    ready, not_accorded = accorded(), file()
    with pytest.raises(Refused, match="no international filing date"):
        actions.publish(ISSUE, numbers=[ready, not_accorded], by=cast.publisher, at=noon(ISSUE))
    assert not queries.is_public(ready)


@pytest.mark.parametrize("today", [ISSUE - timedelta(days=1), ISSUE + timedelta(days=1)])
def test_an_issue_is_published_on_the_day_that_it_bears(accorded, cast, today):
    with pytest.raises(Refused) as refused:
        actions.publish(ISSUE, numbers=[accorded()], by=cast.publisher, at=noon(today))
    assert refused.value.findings[0].field == "on"


def test_an_application_is_published_once(accorded, cast):
    number = accorded()
    actions.publish(ISSUE, numbers=[number], by=cast.publisher, at=noon(ISSUE))
    with pytest.raises(Refused, match="WO 2028/000001"):
        actions.publish(ISSUE, numbers=[number], by=cast.publisher, at=noon(ISSUE))


def test_a_number_given_twice_is_published_once(accorded, cast):
    number = accorded()
    issue = actions.publish(ISSUE, numbers=[number, number], by=cast.publisher, at=noon(ISSUE))
    assert len(issue.publications) == 1


@pytest.mark.parametrize("numbers", [[], ["PCT/IB2026/999999"]])
def test_an_empty_or_unknown_choice_is_refused(cast, numbers):
    with pytest.raises(Refused):
        actions.publish(ISSUE, numbers=numbers, by=cast.publisher, at=noon(ISSUE))


@pytest.mark.parametrize("role", ["applicant", "officer", "operator"])
def test_only_a_publisher_publishes(accorded, cast, role):
    with pytest.raises(Denied):
        actions.publish(ISSUE, numbers=[accorded()], by=getattr(cast, role), at=noon(ISSUE))


@pytest.mark.parametrize(
    ("today", "issue"),
    [
        (date(2028, 5, 27), date(2028, 6, 1)),
        (date(2028, 6, 1), date(2028, 6, 1)),
        (date(2028, 6, 2), date(2028, 6, 8)),
    ],
)
def test_the_next_issue_is_that_of_the_next_thursday(today, issue):
    assert publication.next_issue(today).on == issue


def test_an_issue_of_a_holiday_appears_on_the_friday():
    ascension = publication.next_issue(date(2028, 5, 22))
    assert (ascension.on, ascension.name) == (date(2028, 5, 26), "2028/21")
    assert "Ascension" in ascension.steps[0].text


def test_an_issue_at_christmas_appears_on_the_wednesday():
    christmas = publication.next_issue(date(2026, 12, 21))
    assert (christmas.on, christmas.name) == (date(2026, 12, 23), "2026/52")
    assert christmas.steps
    assert publication.next_issue(date(2026, 12, 24)).on == date(2026, 12, 30)


def test_the_demonstration_clock_goes_forward_and_never_back(cast, settings):
    at = clock.now()
    tomorrow = clock.local_day(at) + timedelta(days=1)
    assert actions.set_clock_forward(tomorrow, by=cast.operator, at=at) == 1
    assert clock.today() == tomorrow
    with pytest.raises(Refused, match="only goes forward"):
        actions.set_clock_forward(tomorrow, by=cast.operator, at=clock.now())
    with pytest.raises(Refused, match="within 20 years"):
        actions.set_clock_forward(date(9999, 1, 1), by=cast.operator, at=clock.now())
    with pytest.raises(Denied):
        actions.set_clock_forward(tomorrow + timedelta(days=1), by=cast.officer, at=clock.now())


def test_the_clock_of_a_real_office_is_not_set(cast, settings):
    settings.DEMO = False
    with pytest.raises(Refused, match="demonstration"):
        actions.set_clock_forward(date(2040, 1, 1), by=cast.operator, at=FILED_AT)
