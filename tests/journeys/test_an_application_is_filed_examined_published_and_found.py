"""The main journey: Amina files, Mei examines, Amina answers, Nadia sets the clock, Rafael publishes, anyone finds."""

import re

import pytest

from chancery.records.documents.tests import samples

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

TITLE = "Hinge with magnetic latch"
BOXES = {
    "title": "^I Title",
    "applicant": "^II Applicant",
    "priority": "^VI Priority",
    "designations": "^V Designations",
    "signature": "^X Signature",
}
NUMBER = re.compile(r"PCT/IB\d{4}/\d{6}")


def fills_the_request(amina):
    page = amina.page
    amina.opens("/filing/start/")
    amina.looks()
    amina.presses("Begin a draft")
    for box in ("title", "applicant", "priority", "designations", "signature"):
        amina.follows(re.compile(BOXES[box]))
        amina.looks()
    amina.follows(re.compile(BOXES["title"]))
    page.fill("[name=title]", TITLE)
    page.select_option("select[name=language]", "en")
    page.click("main [name=next]")
    page.select_option("[name='parties.0.kind']", "natural")
    page.fill("[name='parties.0.name']", "OKAFOR, Amina")
    page.fill("[name='parties.0.address']", "Rue du Lac 12\n1207 Genève")
    for name in ("country", "nationality", "residence"):
        page.select_option(f"[name='parties.0.{name}']", "CH")
    page.check("[name='parties.0.inventor']")
    page.click("main [name=next]")
    amina.follows(re.compile("Searching authority"))
    page.select_option("select[name=searching_authority]", "EP")
    page.click("main [name=next]")


def brings_the_documents(amina, abstract_words):
    amina.follows(re.compile("Documents"))
    brings(amina, "description", samples.pdf(pages=3, words=700, paper="us-letter"))
    brings(amina, "claims", samples.pdf(pages=1, words=150))
    brings(amina, "abstract", samples.abstract(abstract_words))


def brings(amina, kind, data):
    file = {"name": f"hinge-{kind}.pdf", "mimeType": "application/pdf", "buffer": data}
    amina.page.set_input_files(f"main [name={kind}]", file)
    amina.page.get_by_text(f"hinge-{kind}.pdf").first.wait_for()


def files(amina, *, insist=False):
    amina.follows("Check and file")
    amina.page.fill("main [name=name]", "Amina Okafor")
    amina.page.fill("main [name=capacity]", "applicant")
    if insist:
        amina.page.check("main [name=insist]")
    amina.looks()
    amina.page.fill("main [name=name]", "Amina Okafor")
    amina.page.fill("main [name=capacity]", "applicant")
    if insist:
        amina.page.check("main [name=insist]")
    amina.presses("Sign and file")
    return NUMBER.search(amina.text)[0]


def address(number):
    return number.replace("/", "-")


def test_an_application_is_filed_examined_published_and_found(visitor, portal):
    amina = visitor().signs_in("applicant")
    amina.opens("/filing/")
    amina.looks()
    fills_the_request(amina)
    brings_the_documents(amina, abstract_words=187)
    amina.looks()
    assert "Rule 8.1(b)" in amina.text
    assert "Rule 11.5" in amina.text
    assert "1,130" in amina.text

    number = files(amina)
    assert number.startswith("PCT/IB")
    amina.looks()
    amina.page.get_by_role("link", name="Receipt (PDF)").wait_for()
    assert amina.takes("Receipt (PDF)").startswith(b"%PDF-")
    proof = portal.data / "proof.json"
    proof.write_bytes(amina.takes("Proof of inclusion"))
    assert portal.command("-m", "chancery", "verify", str(proof)).returncode == 0

    nobody_else_sees_it(visitor(), visitor().signs_in("attorney"), number)

    mei = visitor().signs_in("officer")
    mei.opens("/desk/")
    mei.page.get_by_role("link", name=number).first.wait_for()
    mei.looks()
    mei.follows(number)
    mei.looks()
    invites(mei, number)

    answers(amina, number)

    mei.opens(f"/desk/cases/{address(number)}/accord/")
    mei.looks()
    mei.presses("Accord this date")
    assert "published" not in mei.text.lower() or "Publication" in mei.text

    rafael = visitor().signs_in("publisher")
    rafael.opens("/desk/issues/")
    assert "Publish this issue" not in rafael.text
    rafael.looks()

    nadia = visitor().signs_in("operator")
    nadia.opens("/desk/clock/")
    nadia.looks()
    nadia.page.get_by_role("button", name=re.compile("Go to")).last.click()  # the publication day
    nadia.page.get_by_text(re.compile(r"\d{3} days")).first.wait_for()
    nadia.looks()

    rafael.opens("/desk/issues/")
    rafael.page.check(f"[value='{number}']")
    rafael.presses("Publish this issue")
    rafael.page.fill("input[name=password]", portal.password("publisher"))  # what is published stays published
    rafael.presses("Confirm")
    publication = re.search(r"WO \d{4}/\d{6}", rafael.text)[0]
    rafael.looks()

    anyone_finds_it(visitor(), number, publication, portal)


def nobody_else_sees_it(stranger, attorney, number):
    for person in (stranger, attorney):
        for place in (f"/register/{address(number)}/", f"/filing/{address(number)}/"):
            response = person.page.request.get(person.portal.url + place, max_redirects=0)
            assert response.status in (302, 404), place
        person.opens("/search/?q=hinge+magnetic+latch")
        assert TITLE not in person.text
        assert NUMBER.search(person.text) is None
    stranger.opens("/register/")
    assert TITLE not in stranger.page.content()


def invites(mei, number):
    mei.opens(f"/desk/cases/{address(number)}/invite/")
    mei.looks()
    boxes = mei.page.locator("main input[type=checkbox]")
    if not any(box.is_checked() for box in boxes.all()):
        boxes.first.check()
    mei.presses("Send the invitation")
    assert "PCT/RO/106" in mei.text or "nvitation" in mei.text


def answers(amina, number):
    amina.opens(f"/filing/{address(number)}/")
    amina.looks()
    amina.follows(re.compile("Answer"))
    amina.looks()
    amina.presses("Write the answer")
    amina.follows(re.compile("Documents"))
    brings(amina, "description", samples.pdf(pages=3, words=700))
    amina.follows(re.compile("Check|Send"))
    amina.page.locator("main textarea").first.fill("The description on A4.")
    amina.presses(re.compile("Send"))
    assert number in amina.text


def anyone_finds_it(anyone, number, publication, portal):
    for _ in range(20):
        anyone.opens("/search/?q=hinge+magnetic+latch")
        if TITLE.lower() in anyone.text.lower():
            break
        anyone.page.wait_for_timeout(250)
    anyone.looks()
    anyone.follows(TITLE)
    assert publication in anyone.text
    anyone.looks()
    anyone.follows("Everything that happened to it")
    anyone.looks()
    anyone.page.get_by_role("link", name=re.compile("proof")).first.click()
    anyone.looks()
    proof = portal.data / "public-proof.json"
    proof.write_bytes(anyone.takes("Download the proof file"))
    assert portal.command("-m", "chancery", "verify", str(proof)).returncode == 0
    assert portal.command("-m", "chancery", "verify").returncode == 0
