"""Bo, who has no account, asks the office; Mei answers; Bo reads the answer at the secret address and asks again."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


def asks(person, text):
    person.opens("/")
    person.follows("Ask the office")
    person.looks()
    person.presses("Send the question")
    assert "Write your question." in person.text
    person.page.select_option("[name=topic]", "fees")
    person.page.fill("[name=text]", text)
    if person.page.locator("[name=email]").count():
        person.page.fill("[name=name]", "Bo Lindqvist")
        person.page.fill("[name=email]", "bo@example.org")
    person.presses("Send the question")


def test_a_question_is_asked_and_answered_without_an_account(visitor):
    bo = visitor()
    asks(bo, "Which fee do I owe?")
    assert "The office has your question" in bo.text
    assert {cookie["name"] for cookie in bo.context.cookies()} <= {"csrf", "language"}
    bo.looks()
    there, reference = bo.page.url, bo.page.inner_text("h1 .num")

    mei = visitor().signs_in("officer")
    mei.opens("/contact/desk/")
    mei.looks()
    mei.follows(reference)
    mei.looks()
    mei.page.get_by_label("Internal note").fill("Ask the cashier.")
    mei.presses("Keep the note")
    mei.presses("Take it")
    mei.page.get_by_label("Answer", exact=True).fill("None before you file.")
    mei.presses("Send the answer")
    assert "Answered" in mei.text

    bo.page.goto(there)
    assert "None before you file." in bo.text
    assert "Ask the cashier." not in bo.text
    assert "Mei" not in bo.text
    bo.looks()
    bo.page.fill("[name=text]", "And after?")
    bo.presses("Send")
    assert "To be answered" in bo.text
    assert len(bo.troubles) == 1, bo.troubles  # the browser notes the 422 of the empty form, and nothing else


def test_whoever_is_signed_in_finds_their_question_under_their_account(visitor):
    amina = visitor().signs_in("applicant")
    amina.opens("/contact/mine/")
    amina.looks()
    asks(amina, "How do I change my address?")
    reference = amina.page.inner_text("h1 .num")
    amina.opens("/contact/mine/")
    amina.looks()
    amina.follows(reference)
    assert "How do I change my address?" in amina.text


def test_a_question_is_asked_without_javascript(browser, portal):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal.url}/contact/?topic=search")
    page.fill("[name=text]", "Where are the designs?")
    page.fill("[name=name]", "Bo Lindqvist")
    page.fill("[name=email]", "bo.nojs@example.org")
    page.get_by_role("button", name="Send the question").click()
    assert "Where are the designs?" in page.inner_text("main")
    context.close()
