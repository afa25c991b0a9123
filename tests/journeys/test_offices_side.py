"""The Offices' side in a browser: an answer saved by a rule, Chapter II, publication prevented on the last day."""

import re
from datetime import date, timedelta

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

DAY = timedelta(days=1)


@pytest.fixture
def applicant(portal):
    """What Amina does: ``applicant("file", "Hinge")`` gives the number."""

    def does(*what: str) -> str:
        done = portal.command("-m", "tests.journeys.facts", *what)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    return does


@pytest.fixture
def clock(visitor):
    """Nadia sets the office's clock forward to a day."""
    nadia = visitor().signs_in("operator")

    def goes_to(day: date) -> None:
        nadia.opens("/desk/clock/")
        nadia.page.fill("main [name=to]", day.isoformat())
        nadia.presses("Set the clock forward")
        assert "ahead" in nadia.text

    return goes_to


def case(number):
    return f"/desk/cases/{number.replace('/', '-')}/"


def publishes(rafael):
    """The publisher is asked once more who they are, where some time has passed since they signed in."""
    rafael.presses("Publish this issue")
    if "/reauthenticate/" in rafael.page.url:
        rafael.page.fill("main input[type=password]", rafael.portal.password("publisher"))
        rafael.presses("Confirm")


def shows(person, address, words):
    """Open a page again until the followers have caught up with the ledger."""
    for _ in range(40):
        person.opens(address)
        if words in person.text:
            return
        person.page.wait_for_timeout(250)
    raise AssertionError(f"{address} does not say {words!r}:\n{person.text}")


def test_an_answer_that_comes_late_is_saved_by_a_rule(visitor, applicant, clock):
    number = applicant("file")
    mei = visitor().signs_in("officer")
    shows(mei, "/desk/?queue=examine", number)
    mei.opens(case(number) + "invite/")
    mei.presses("Send the invitation")
    mei.opens(case(number))
    mei.looks()
    due = date.fromisoformat(re.search(r"Invited to correct\s+(\d{4}-\d\d-\d\d)", mei.text)[1])

    mei.opens(case(number) + "acts/considered-withdrawn/")
    assert "may still answer" in mei.text
    clock(due + 8 * DAY)
    shows(mei, case(number), "No answer, 8 days over")
    assert "as long as the receiving Office has not decided" in mei.text

    applicant("answer", number)
    shows(mei, case(number), "Answered 8 days late")
    mei.opens(case(number) + "acts/considered-withdrawn/")
    assert "also if it came late" in mei.text
    mei.looks()
    mei.opens(case(number) + "accord/")
    mei.presses("Accord this date")
    shows(mei, case(number), "Date accorded")


def test_chapter_two_from_the_search_to_the_report(visitor, applicant):
    number = applicant("file", "Hinge with two magnets")
    applicant("pay", number)
    mei = visitor().signs_in("officer")
    shows(mei, "/desk/?queue=examine", number)
    mei.opens(case(number) + "accord/")
    mei.presses("Accord this date")
    for copy in ("record-copy", "search-copy"):
        mei.opens(f"{case(number)}acts/{copy}/")
        mei.presses("Enter the receipt")
    shows(mei, "/desk/?queue=search", number)

    mei.opens(case(number) + "acts/search-report/")
    mei.looks()
    mei.page.fill("main [name=c0_document]", "EP 1 000 000 A1")
    mei.page.fill("main [name=c0_category]", "X")
    mei.page.fill("main [name=c0_claims]", "1-5")
    mei.page.fill("main [name=novelty_no]", "1-5")
    mei.presses("Enter and transmit")
    assert "Report transmitted" in mei.text

    applicant("demand", number)
    shows(mei, "/desk/?queue=chapter-ii", number)
    mei.opens(case(number) + "acts/demand-receipt/")
    mei.presses("Send the notification")
    mei.opens(case(number) + "acts/written-opinion/")
    mei.looks()
    mei.page.fill("main [name=message]", "Claim 1 is not new over EP 1 000 000.")
    usual = re.search(r"\d{4}-\d\d-\d\d", mei.page.inner_text("header .clock"))[0]
    mei.page.fill("main [name=due]", str(date.fromisoformat(usual) + 60 * DAY))
    mei.presses("Send the opinion")
    mei.opens(case(number) + "acts/report-ii/")
    assert "may still reply" in mei.text

    applicant("reply", number)
    mei.opens(case(number) + "acts/report-ii/")
    mei.page.fill("main [name=novelty_yes]", "1-4")
    mei.presses("Enter and transmit")
    assert "Report established" in mei.text
    mei.looks()

    amina = visitor().signs_in("applicant")
    shows(amina, "/letters/", "Chapter II")
    stranger = visitor()
    assert stranger.page.request.get(f"{stranger.portal.url}/register/{number.replace('/', '-')}/").status == 404


def test_a_withdrawal_on_the_last_day_prevents_publication(visitor, applicant, clock):
    numbers = [applicant("file", f"Latch {word}") for word in ("withdrawn", "published")]
    mei = visitor().signs_in("officer")
    for number in numbers:
        shows(mei, "/desk/?queue=examine", number)
        mei.opens(case(number) + "accord/")
        mei.presses("Accord this date")
    issue = date.fromisoformat(applicant("issue", numbers[0]))

    rafael = visitor().signs_in("publisher")
    clock(issue - 15 * DAY)
    shows(rafael, f"/desk/issues/prepare/{issue}/", numbers[1])
    rafael.looks()
    rafael.presses("Complete the preparations")
    shows(mei, case(numbers[0]), "Preparations completed")
    applicant("withdraw", numbers[0])

    clock(issue)
    rafael.opens("/desk/issues/")
    assert numbers[0] not in rafael.text
    assert numbers[1] in rafael.text
    rafael.looks()
    publishes(rafael)
    assert "Latch published" in rafael.text

    anyone = visitor()
    shows(anyone, "/gazette/", "Latch published")
    anyone.looks()
    assert "Latch withdrawn" not in anyone.text
    assert anyone.takes(re.compile("PDF")).startswith(b"%PDF-")
    assert anyone.page.request.get(f"{anyone.portal.url}/register/{numbers[0].replace('/', '-')}/").status == 404
    anyone.opens("/search/?q=latch+withdrawn")
    assert numbers[0] not in anyone.text
