"""What an applicant and an officer do again and again in the journeys, at their own pages."""

import re

from chancery.records.documents.tests import samples

NUMBER = re.compile(r"PCT/IB\d{4}/\d{6}")
PARTS = {
    "description": lambda: samples.pdf(pages=2, words=300),
    "claims": lambda: samples.pdf(pages=1, words=150),
    "abstract": lambda: samples.abstract(90),
}


def place(number: str, *further: str) -> str:
    """``place(number, "acts", "demand")``: the page of an application, or one beneath it."""
    return "/".join(("/filing", number.replace("/", "-"), *further, ""))


def case(number: str, *further: str) -> str:
    """The same at the desk."""
    return "/".join(("/desk/cases", number.replace("/", "-"), *further, ""))


def shows(person, address: str, words: str) -> None:
    """Open a page again until the followers have caught up with the ledger."""
    for _ in range(80):
        person.opens(address)
        if words in person.text:
            return
        person.page.wait_for_timeout(250)
    raise AssertionError(f"{address} does not say {words!r}:\n{person.text}")


# The applicant


def begins(person, title: str) -> None:
    """A draft with its title and language."""
    person.opens("/filing/start/")
    person.presses("Begin a draft")
    person.page.fill("[name=title]", title)
    person.page.select_option("select[name=language]", "en")
    person.page.click("main [name=next]")


def is_a_person(person, path: str, name: str) -> None:
    page = person.page
    page.select_option(f"[name='{path}.kind']", "natural")
    page.fill(f"[name='{path}.name']", name)
    page.fill(f"[name='{path}.address']", "Rue du Lac 12\n1207 Genève")
    for field in ("country", "nationality", "residence"):
        page.select_option(f"[name='{path}.{field}']", "CH")


def names_the_searcher(person) -> None:
    person.follows(re.compile("Searching authority"))
    person.page.select_option("select[name=searching_authority]", "EP")
    person.page.click("main [name=next]")


def brings_parts(person, *kinds: str) -> None:
    person.follows(re.compile("Documents"))
    for kind in kinds:
        file = {"name": f"new-{kind}.pdf", "mimeType": "application/pdf", "buffer": PARTS[kind]()}
        person.page.set_input_files(f"main [name={kind}]", file)
        person.page.get_by_text(f"new-{kind}.pdf").first.wait_for()


def signs_and_files(person, name: str) -> str:
    """Returns the number."""
    person.follows("Check and file")
    person.page.fill("main [name=name]", name)
    if person.page.locator("main [name=insist]").count():
        person.page.check("main [name=insist]")
    person.presses("Sign and file")
    return NUMBER.search(person.text)[0]


def files(person, title: str, *, parts: tuple[str, ...] = tuple(PARTS), others: tuple[str, ...] = ()) -> str:
    """A whole application of Amina's, and of ``others`` with her: from the empty draft to its number."""
    begins(person, title)
    names_the_applicants(person, *others)
    names_the_searcher(person)
    brings_parts(person, *parts)
    return signs_and_files(person, "Amina Okafor")


def names_the_applicants(person, *others: str) -> None:
    is_a_person(person, "parties.0", "OKAFOR, Amina")
    person.page.check("[name='parties.0.inventor']")
    person.page.click("main [name=next]")
    for further, name in enumerate(others, start=1):
        person.page.click("main [name=add]")
        person.page.wait_for_load_state()
        is_a_person(person, f"parties.{further}", name)
        person.page.click("main [name=save]")


def signs(person, *names: str) -> None:
    """Type the names of those who sign an act, in the order of the request."""
    for party, name in enumerate(names):
        person.page.fill(f"[name='sign.party.{party}']", name)


def hands_in(person) -> str:
    """From the form of an act over its check into the register."""
    person.presses("Check")
    assert "What will be entered" in person.text, person.text
    person.presses("Hand in")
    assert "Entered" in person.page.inner_text("h1")
    return person.text


# The officer


def accords(officer, number: str, *, queue: str = "examine") -> None:
    """The filing date of a case that stands in one of the desk's queues."""
    shows(officer, f"/desk/?queue={queue}", number)
    officer.opens(case(number, "accord"))
    officer.presses("Accord this date")


def records_the_fees(officer, number: str) -> None:
    """Enter what the bank has reported: the fees of the statement as it proposes them, one after the other."""
    done: set[str] = set()
    for _ in range(80):
        officer.opens(f"/fees/{number.replace('/', '-')}/")
        if officer.page.locator("main select[name=line]").count():
            line = officer.page.input_value("main select[name=line]")
            if not officer.page.input_value("main [name=amount]"):
                return
            if line not in done:
                done.add(line)
                officer.presses("Record the payment")
        officer.page.wait_for_timeout(250)
    raise AssertionError(f"the fees of {number} are not all recorded: {done}")
