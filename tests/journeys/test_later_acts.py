"""After filing, in a browser: priority restored and withdrawn, claims amended, an observation, the national phase."""

import re
from datetime import date

import pytest

from chancery.records.documents.tests import samples
from tests.journeys import later_facts, steps

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


@pytest.fixture
def happens(portal):
    """What the Offices and time have done before the journey: ``happens("searched", number)``."""

    def does(*what: str) -> str:
        done = portal.command("-m", "tests.journeys.later_facts", *what)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    return does


def place(number: str, act: str = "") -> str:
    return f"/filing/{number.replace('/', '-')}/" + (f"acts/{act}/" if act else "")


def signs(person, *names: str) -> None:
    for party, name in enumerate(names):
        person.page.fill(f"[name='sign.party.{party}']", name)


def hands_in(person) -> str:
    person.presses("Hand in")
    assert "Entered" in person.page.inner_text("h1")
    return person.text


def brings(person, kind: str, data: bytes) -> None:
    file = {"name": f"{kind}.pdf", "mimeType": "application/pdf", "buffer": data}
    person.page.set_input_files(f"[name='files.{kind}']", file)


def test_two_applicants_file_late_and_have_their_priority_restored(visitor, happens):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    page = amina.page
    steps.begins(amina, "Hinge kept late")
    steps.names_the_applicants(amina, "LIND, Bo")
    amina.looks()

    amina.follows(re.compile("^VI Priority"))
    page.click("main [name=add]")
    page.wait_for_load_state()
    page.select_option("[name='priority_claims.0.office']", "CH")
    page.fill("[name='priority_claims.0.number']", "CH 1234/25")
    page.fill("[name='priority_claims.0.filed_on']", happens("thirteen_months_ago"))
    page.check("[name='priority_claims.0.restoration_requested']")
    page.select_option("[name='priority_claims.0.restoration_criterion']", "due care")
    page.fill("[name='priority_claims.0.restoration_reasons']", "The courier was lost in a flood.")
    page.click("main [name=save]")
    amina.looks()
    steps.names_the_searcher(amina)
    steps.brings_parts(amina, *steps.PARTS)
    number = steps.signs_and_files(amina, "Amina Okafor")
    steps.shows(amina, f"/fees/{number.replace('/', '-')}/", "restoration")

    steps.shows(mei, "/desk/?queue=examine", number)
    mei.opens(steps.case(number, "acts", "priority"))
    mei.looks()
    mei.page.check("main [name=claim][value='0']")
    mei.page.check("main [name=outcome][value=restored]")
    mei.page.select_option("main [name=criterion]", "due care")
    mei.page.fill("main [name=reason]", "The flood is proved.")
    mei.presses("Enter the decision")
    steps.shows(amina, place(number), "Right of priority restored")
    assert "PCT Rule 26bis.3" in amina.text


def test_a_priority_claim_is_withdrawn_by_all_and_the_limits_that_run_move(visitor, happens):
    number = happens("filed", "Latch of two")
    amina = visitor().signs_in("applicant")
    amina.opens(place(number))
    amina.follows("What you can do")
    amina.looks()
    amina.follows("Withdraw a priority claim")
    amina.looks()
    amina.page.check("[name=claims]")
    signs(amina, "Amina Okafor")
    amina.presses("Check")
    assert "Missing: LIND, Bo." in amina.text
    assert amina.page.is_checked("[name=claims]")
    signs(amina, "Amina Okafor", "Bo Lind")
    amina.presses("Check")
    national = amina.page.get_by_role("listitem").filter(has_text="Enter the national or regional phase").first
    before, after = map(date.fromisoformat, re.findall(r"\d{4}-\d\d-\d\d", national.inner_text())[:2])
    assert after > before
    amina._axe("English")  # a page that was posted to cannot be opened again in Arabic
    assert "Withdraw a priority claim" in hands_in(amina)
    amina.looks()
    assert amina.takes("Receipt (PDF)").startswith(b"%PDF-")
    amina.opens(place(number, "enter_national_phase"))
    assert after.isoformat() in amina.text


def test_claims_are_amended_under_article_19_once(visitor, happens):
    number = happens("filed", "Latch amended")
    amina = visitor().signs_in("applicant")
    amina.opens(place(number, "amend_claims_19"))
    assert "No international search report has been transmitted yet." in amina.text
    amina.looks()
    happens("searched", number)
    amina.opens(place(number, "amend_claims_19"))
    amina.looks()
    brings(amina, "claims", samples.pdf(pages=1, words=150))
    amina.page.fill("[name=statement]", "Claim 1 is limited to a magnetic latch.")
    signs(amina, "Amina Okafor", "Bo Lind")
    amina.presses("Check")
    assert "Bring this file." in amina.text
    brings(amina, "letter", samples.pdf(pages=1, words=60))
    amina.presses("Check")
    assert "Claim 1 is limited to a magnetic latch." in amina.text
    hands_in(amina)
    amina.opens(place(number, "amend_claims_19"))
    assert "that can be done once" in amina.text


def test_somebody_unnamed_observes_the_applicant_answers_and_enters_the_national_phase(visitor, happens):
    number = happens("filed", "Latch observed")
    stranger = visitor()
    observe = f"/filing/observe/{number.replace('/', '-')}/"
    assert stranger.page.request.get(stranger.portal.url + observe).status == 404
    happens("published", number)
    stranger.opens(observe)
    stranger.looks()
    stranger.page.fill("[name='citations.0.document']", "EP 1 234 567 A1")
    stranger.presses("Submit")
    assert "The office has your observation" in stranger.page.inner_text("h1")
    stranger.looks()

    amina = visitor().signs_in("applicant")
    amina.opens(place(number))
    assert "EP 1 234 567 A1" in amina.text
    amina.looks()
    amina.follows("Comment on it")
    amina.page.select_option("[name=observation]", "1")
    amina.page.fill("[name=text]", "It shows no latch.")
    signs(amina, "Amina Okafor", "Bo Lind")
    amina.presses("Check")
    hands_in(amina)

    amina.opens(place(number, "enter_national_phase"))
    amina.looks()
    amina.page.select_option("[name=office]", "EP")
    amina.page.fill("[name=on]", happens("today"))
    amina.page.fill("[name=number]", "EP26700001.1")
    signs(amina, "Amina Okafor", "Bo Lind")
    amina.presses("Check")
    assert "National phase entered before EP" in hands_in(amina)
    assert later_facts.TWO[1].name not in stranger.text
