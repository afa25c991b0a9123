"""Applicants and Offices in a browser: saved by a rule, Chapter II, publication prevented, the national phase."""

import re
from datetime import date, timedelta

import pytest

from chancery.records.documents.tests import samples
from tests.journeys.steps import (
    accords,
    brings_parts,
    case,
    files,
    hands_in,
    place,
    records_the_fees,
    shows,
    signs,
)

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

DAY = timedelta(days=1)
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
EXPECTED = re.compile(r"Publish promptly after eighteen months.*?(\d{4}-\d\d-\d\d)", re.DOTALL)


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


def today(person) -> date:
    """The day at the office, as every page shows it."""
    return date.fromisoformat(A_DAY.search(person.page.inner_text("header .clock"))[0])


def publishes(rafael):
    """The publisher is asked once more who they are, where some time has passed since they signed in."""
    rafael.presses("Publish this issue")
    if "/reauthenticate/" in rafael.page.url:
        rafael.page.fill("main input[type=password]", rafael.portal.password("publisher"))
        rafael.presses("Confirm")


def test_an_answer_that_comes_late_is_saved_by_a_rule(visitor, clock):
    amina = visitor().signs_in("applicant")
    number = files(amina, "Hinge without an abstract", parts=("description", "claims"))
    mei = visitor().signs_in("officer")
    shows(mei, "/desk/?queue=examine", number)
    mei.opens(case(number, "invite"))
    mei.presses("Send the invitation")
    mei.opens(case(number))
    mei.looks()
    due = date.fromisoformat(re.search(r"Invited to correct\s+(\d{4}-\d\d-\d\d)", mei.text)[1])

    mei.opens(case(number, "acts", "considered-withdrawn"))
    assert "may still answer" in mei.text
    clock(due + 8 * DAY)
    shows(mei, case(number), "No answer, 8 days over")
    assert "as long as the receiving Office has not decided" in mei.text

    amina.opens(place(number))
    amina.follows(re.compile("Answer"))
    amina.presses("Write the answer")
    brings_parts(amina, "abstract")
    amina.follows(re.compile("Check|Send"))
    amina.page.locator("main textarea").first.fill("The abstract, with our apologies.")
    amina.presses(re.compile("Send"))
    assert number in amina.text

    shows(mei, case(number), "Answered 8 days late")
    mei.opens(case(number, "acts", "considered-withdrawn"))
    assert "also if it came late" in mei.text
    mei.looks()
    accords(mei, number, queue="answered")
    shows(mei, case(number), "Date accorded")


def is_searched(mei, number):
    """The Authority enters its report on a file whose copies it has."""
    for copy in ("record-copy", "search-copy"):
        mei.opens(case(number, "acts", copy))
        mei.presses("Enter the receipt")
    shows(mei, "/desk/?queue=search", number)
    mei.opens(case(number, "acts", "search-report"))
    mei.looks()
    mei.page.fill("main [name=c0_document]", "EP 1 000 000 A1")
    mei.page.fill("main [name=c0_category]", "X")
    mei.page.fill("main [name=c0_claims]", "1-5")
    mei.page.fill("main [name=novelty_no]", "1-5")
    mei.presses("Enter and transmit")
    assert "Report transmitted" in mei.text


def test_chapter_two_from_the_search_to_the_report(visitor):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    number = files(amina, "Hinge with two magnets")
    accords(mei, number)
    records_the_fees(mei, number)
    is_searched(mei, number)

    amina.opens(place(number, "acts", "demand"))
    amina.looks()
    amina.page.select_option("[name=authority]", "EP")
    signs(amina, "Amina Okafor")
    hands_in(amina)
    shows(amina, f"/fees/{number.replace('/', '-')}/", "Handling fee")

    shows(mei, "/desk/?queue=chapter-ii", number)
    mei.opens(case(number, "acts", "demand-receipt"))
    mei.presses("Send the notification")
    mei.opens(case(number, "acts", "written-opinion"))
    mei.looks()
    mei.page.fill("main [name=message]", "Claim 1 is not new over EP 1 000 000.")
    mei.page.fill("main [name=due]", str(today(mei) + 60 * DAY))
    mei.presses("Send the opinion")
    mei.opens(case(number, "acts", "report-ii"))
    assert "may still reply" in mei.text

    amina.opens(place(number, "acts", "reply_to_opinion"))
    amina.page.fill("[name=text]", "Claim 1 is limited to two magnets.")
    sheet = {"name": "claims.pdf", "mimeType": "application/pdf", "buffer": samples.pdf(pages=1, words=120)}
    amina.page.set_input_files("[name='files.amendment']", sheet)
    signs(amina, "Amina Okafor")
    hands_in(amina)

    mei.opens(case(number, "acts", "report-ii"))
    mei.page.fill("main [name=novelty_yes]", "1-4")
    mei.presses("Enter and transmit")
    assert "Report established" in mei.text
    mei.looks()

    shows(amina, "/letters/", "Chapter II")
    stranger = visitor()
    assert stranger.page.request.get(f"{stranger.portal.url}/register/{number.replace('/', '-')}/").status == 404


def test_a_demand_that_the_authority_objects_to_is_corrected(visitor):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    number = files(amina, "Hinge with a defect")
    accords(mei, number)
    records_the_fees(mei, number)
    is_searched(mei, number)
    amina.opens(place(number, "acts", "demand"))
    amina.page.select_option("[name=authority]", "EP")
    signs(amina, "Amina Okafor")
    hands_in(amina)

    shows(mei, "/desk/?queue=chapter-ii", number)
    mei.opens(case(number, "acts", "demand-defects"))
    mei.looks()
    mei.page.fill("main [name=message]", "The agent is not named.")
    mei.page.fill("main [name=due]", str(today(mei) + 40 * DAY))
    mei.presses("Send the invitation")
    mei.opens(case(number, "acts", "demand-void"))
    assert "may still answer" in mei.text

    amina.opens(place(number, "acts", "correct_demand"))
    amina.looks()
    amina.page.fill("[name=text]", "The agent is Marie Dupont.")
    signs(amina, "Amina Okafor")
    hands_in(amina)
    mei.opens(case(number, "acts", "demand-void"))
    assert "answered in time" in mei.text


def issue_of(mei, number) -> date:
    """The day on which the desk expects the publication: it stands among the time limits, folded or not."""
    mei.opens(case(number))
    found = EXPECTED.search(mei.page.text_content("main"))
    return date.fromisoformat(found[1])


def withdraws_with(amina, visitor, number):
    """The owner prepares the withdrawal, the co-applicant signs it at a secret address, the owner hands it in."""
    amina.opens(place(number, "acts", "withdraw_application"))
    amina.looks()
    amina.page.check("[name=only_if_unpublished]")
    signs(amina, "Amina Okafor")
    amina.presses("Check")
    assert "Missing: LIND, Bo." in amina.text
    amina.presses("Ask others to sign")
    amina.page.select_option("main [name=place]", label="LIND, Bo")
    amina.page.fill("main [name=email]", "bo@example.org")
    amina.presses("Invite")
    address = re.search(r"/filing/sign-act/[\w-]+/", amina.page.inner_text("main"))[0]
    bo = visitor()
    bo.opens(address)
    assert "Only if it prevents the international publication" in bo.text
    bo.page.fill("main [name=name]", "Bo Lind")
    bo.presses("Sign")
    assert "You signed on" in bo.text
    bo.looks()
    amina.opens(place(number, "acts"))
    amina.follows("Withdraw the application")
    amina.looks()
    amina.presses("Hand in")
    assert "Entered" in amina.page.inner_text("h1")


def test_a_withdrawal_on_the_last_day_prevents_publication(visitor, clock):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    numbers = [files(amina, "Latch withdrawn", others=("LIND, Bo",)), files(amina, "Latch published")]
    for number in numbers:
        accords(mei, number)
    issue = issue_of(mei, numbers[0])

    rafael = visitor().signs_in("publisher")
    clock(issue - 15 * DAY)
    shows(rafael, f"/desk/issues/prepare/{issue}/", numbers[1])
    rafael.looks()
    rafael.presses("Complete the preparations")
    shows(mei, case(numbers[0]), "Preparations completed")
    withdraws_with(amina, visitor, numbers[0])

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


def test_the_national_phase_is_entered_and_the_designated_office_reports_what_became_of_it(visitor):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    number = files(amina, "Latch for Europe")
    accords(mei, number)

    amina.opens(place(number, "acts", "enter_national_phase"))
    amina.looks()
    offices = amina.page.get_by_role("region", name="Each Office’s own time limit")
    days = {row.split()[0]: A_DAY.findall(row)[0] for row in offices.inner_text().splitlines() if A_DAY.search(row)}
    assert len(set(days.values())) > 1, "not thirty months for all"
    amina.page.select_option("[name=office]", "EP")
    amina.page.fill("[name=on]", today(amina).isoformat())
    amina.page.fill("[name=number]", "EP26700001.1")
    signs(amina, "Amina Okafor")
    assert "National phase entered before EP" in hands_in(amina)

    mei.opens(case(number, "acts", "national-phase"))
    mei.looks()
    mei.page.fill("main [name=office]", "EP")
    mei.page.check("main [name=what][value=refused]")
    mei.presses("Enter the report")
    shows(amina, place(number), "Refused by EP")
