"""An examiner enters what a search has found; once the application is published, everyone finds it from either end."""

import re

import pytest

from tests.journeys import later_facts, steps

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]
FOUND = """US 6125740 A | X, P | 1-5, 8 | figure 2 | 2000-10
EP 1234567 A1 | A | 10"""


@pytest.fixture
def happens(portal):
    """What the Offices have done before: ``happens("handed_over", number)``."""

    def does(*what: str) -> str:
        assert what[0] in later_facts.DOING
        done = portal.command("-m", "tests.journeys.later_facts", *what)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    return does


def test_what_a_search_has_found_is_entered_published_and_found(visitor, happens):
    number = happens("filed", "Rotating waffle plate")
    happens("handed_over", number)
    mei = visitor().signs_in("officer")
    enters_the_report(mei, number)

    amina = visitor().signs_in("applicant")
    steps.shows(amina, f"/register/{number.replace('/', '-')}/", "SMITH J., Waffles, Berlin 1999")
    assert "US 6125740 A" in amina.text
    amina.looks()

    happens("published", number)
    anyone = visitor()
    steps.shows(anyone, "/search/patents/US6125740/", "Rotating waffle plate")
    anyone.looks()
    anyone.follows(re.compile(r"\d+ records? as a list|All \d+ records"))
    assert "Rotating waffle plate" in anyone.text
    anyone.follows("Rotating waffle plate")
    assert "(56) Documents cited" in anyone.text
    anyone.follows("Category")
    assert re.search(r"US 6125740 A.*SMITH J\..*EP 1234567 A1", anyone.text, re.DOTALL)
    anyone.page.goto(anyone.page.url.partition("#")[0])  # with its mark it would not be loaded again in Arabic
    anyone.looks()
    anyone.follows("US 6125740")
    assert "Rotatable cooking apparatus" in anyone.page.inner_text("h1")


def enters_the_report(mei, number):
    page = mei.page
    mei.opens(steps.case(number, "acts", "search-report"))
    mei.looks()
    page.fill("[name=c0_document]", "EP 12345x7 A1")
    page.fill("[name=c0_category]", "A")
    page.fill("[name=c1_document]", "SMITH J., Waffles, Berlin 1999")
    page.fill("[name=c1_category]", "Y")
    page.get_by_text("Paste lines").click()
    page.fill("[name=lines]", FOUND)
    mei.presses("Read the lines")
    assert page.input_value("[name=c2_claims]") == "1-5, 8"
    page.fill("[name=novelty_no]", "1-5")
    mei.presses("Enter and transmit")
    assert "This number cannot be read" in mei.text
    mei.sees()
    mei.presses("Remove row 1")
    assert page.input_value("[name=c0_document]") == "SMITH J., Waffles, Berlin 1999"
    mei.presses("Enter and transmit")
    assert "Entered in the register" in mei.text
