"""A mark in its holder's hands, in a browser: a notice answered, a list limited, a term renewed late."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


@pytest.fixture
def happens(portal):
    """What Offices and the International Bureau do: ``happens("recorded", number)``."""

    def does(*what: str) -> str:
        done = portal.command("-m", "tests.journeys.registration_facts", *what)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    return does


def place(number: str, path: str = "") -> str:
    return f"/filing/{number.replace('/', '-')}/{path}"


def hands_in(person) -> None:
    person.page.fill("[name=signed]", "Amina Okafor")
    person.presses("Check")
    assert "This will be entered" in person.page.inner_text(".lead")
    person.sees()
    person.presses("Hand in")
    assert "Entered" in person.page.inner_text("h1")


def test_a_mark_is_limited_and_then_renewed_in_the_months_of_grace(visitor, happens):
    amina = visitor().signs_in("applicant")
    number = happens("mark", "10")  # its term ended two months ago
    happens("refused", number, "JP", "2017-03-01")

    amina.opens("/filing/?treaty=madrid")
    assert "protected in 4 parties" in amina.text
    amina.follows("LUMEN")
    amina.looks()
    assert "Registered and published" in amina.page.inner_text("h1")
    amina.follows(re.compile("With all that came before"))
    assert "Provisional refusal" in amina.text
    amina.looks()
    amina.follows("Around today")
    assert amina.page.url.endswith("#lives")
    amina.page.click("svg.lives a >> nth=1")
    assert amina.page.url.endswith("#life-JP")

    amina.opens(place(number, "acts/"))
    amina.looks()
    amina.follows("Record a limitation of goods and services")
    amina.looks()
    amina.page.check("label:has-text('NO Norway')")
    amina.page.check("label:has-text('lanterns')")
    hands_in(amina)
    amina.looks()
    assert amina.takes("Receipt (PDF)").startswith(b"%PDF-")
    assert amina.takes("Proof of inclusion (JSON)").startswith(b"{")
    amina.opens(place(number))
    assert "Waits to be recorded" in amina.text
    happens("recorded", number)
    amina.opens(place(number))
    assert "Taken out by a limitation" in amina.text

    amina.opens(place(number, "acts/renew/"))
    assert "Late" in amina.text
    assert "surcharge" in amina.text.lower()
    hands_in(amina)
    before = _term(amina, number)
    happens("recorded", number)
    assert int(_term(amina, number)[:4]) == int(before[:4]) + 10
    assert not amina.troubles


def _term(person, number: str) -> str:
    person.opens(place(number))
    return re.search(r"Term until\s+(\d{4}-\d\d-\d\d)", person.text)[1]


def test_a_notice_is_answered_with_the_list_put_right(visitor, happens):
    amina = visitor().signs_in("applicant")
    number = happens("presented")
    happens("noticed", number)
    amina.opens(place(number))
    assert "An indication is too vague." in amina.text
    amina.looks()
    amina.follows("Answer")
    amina.looks()
    amina.page.click("summary:has-text('Goods and services')")
    amina.page.fill("[name='goods.0.text']", "rechargeable electric batteries")
    hands_in(amina)
    amina.opens(place(number))
    assert "rechargeable electric batteries" in amina.text
    assert "asks for your answer" not in amina.text


def test_deferred_designs_are_their_holders_alone_until_publication_is_asked_for(visitor, happens):
    amina, guest = visitor().signs_in("applicant"), visitor()
    number = happens("deferred")
    amina.opens(place(number))
    amina.looks()
    address = number.replace("/", "-")
    for closed in (f"/register/{address}/", f"/api/v1/register/registrations/{address}"):
        assert guest.page.request.get(guest.portal.url + closed).status == 404
    amina.opens(place(number, "acts/ask_for_publication/"))
    hands_in(amina)
    happens("recorded", number)
    amina.opens(place(number))
    assert "Publication is asked for" in amina.text or "Recorded" in amina.text
