"""What holders, the Bureau, Offices and readers do again and again in the lives of marks, designs and indications.

Everything is done at a page; every page that somebody comes to on the way is read by axe.
"""

import json
import re
from datetime import date
from typing import Any

from tests.journeys.steps import records_the_fees, shows

A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def in_address(number: str) -> str:
    return number.replace("/", "-")


def place(number: str, *further: str) -> str:
    """The page of a file at its holder's, or one beneath it."""
    return "/".join(("/filing", in_address(number), *further, ""))


def desk(number: str, *further: str) -> str:
    """The same at the desk."""
    return "/".join(("/desk/registrations", in_address(number), *further, ""))


def public(number: str) -> str:
    return f"/register/{in_address(number)}/"


def opens(person, address: str) -> str:
    """Open a page, read it by axe, and return what it says."""
    person.opens(address)
    person.sees()
    return person.text


def today(person) -> date:
    """The day at the office, as every page shows it."""
    person.opens("/")
    return date.fromisoformat(A_DAY.search(person.page.inner_text("header .clock"))[0])


def until(nadia, day: date) -> None:
    """Set the office's clock forward to a day, unless it is that day."""
    if today(nadia) != day:
        nadia.opens("/desk/clock/")
        nadia.page.fill("main [name=to]", day.isoformat())
        nadia.presses("Set the clock forward")
        assert "ahead" in nadia.text


def fills(person, **fields: Any) -> None:
    """Fill in a form: a list ticks the boxes of these values alone, truth ticks or not, other values are written."""
    for name, value in fields.items():
        field = person.page.locator(f"main form [name='{name}']")
        if isinstance(value, list):
            for box in field.all():
                box.set_checked(box.get_attribute("value") in value)
        elif isinstance(value, bool):
            field.set_checked(value)
        elif field.first.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        elif field.first.get_attribute("type") == "radio":
            person.page.check(f"main form [name='{name}'][value='{value}']")
        else:
            field.fill(value)


# The applicant, later the holder


def begins(person, treaty: str) -> None:
    opens(person, "/filing/start/")
    person.page.click(f"[name=treaty][value={treaty}]")
    person.page.wait_for_load_state()


def box(person, title: str, **fields: Any) -> None:
    """One box of a draft, from its link to "Save": what is typed, and the page by axe."""
    person.follows(re.compile(title))
    fills(person, **fields)
    person.page.click("main [name=save]")
    person.page.wait_for_load_state()
    person.sees()


def presents(person, system: str) -> str:
    """Check the draft, sign it, present it. Returns the number."""
    person.follows("Check and file")
    person.sees()
    person.page.fill("main [name=name]", "Amina Okafor")
    if person.page.locator("main [name=insist]").count():
        person.page.check("main [name=insist]")
    person.presses("Sign and file")
    person.sees()
    return re.search(rf"{system.upper()}/\d{{4}}/\d{{6}}", person.text)[0]


def hands_in(person) -> None:
    """From the form of an act, or of an answer, over its check into the file."""
    person.sees()
    person.page.fill("main [name=signed]", "Amina Okafor")
    person.presses("Check")
    assert "This will be entered" in person.page.inner_text(".lead"), person.text
    person.sees()
    person.presses("Hand in")
    assert "Entered" in person.page.inner_text("h1"), person.text
    person.sees()


def asks(person, number: str, act: str, **fields: Any) -> None:
    """A later act, from its form to its receipt."""
    person.opens(place(number, "acts", act))
    fills(person, **fields)
    hands_in(person)


def answers(person, number: str, part: str, **fields: Any) -> None:
    """The answer to the notice that is open: a part of the application, put right where it stands."""
    shows(person, place(number), "Answer")
    person.sees()
    person.follows("Answer")
    person.page.click(f"main summary:has-text('{part}')")
    fills(person, **fields)
    hands_in(person)


def has_next(person, number: str, act: str) -> str:
    """The docket names an act of this file among what comes next. Returns its day."""
    address = f"/docket/?view=all&q={number}"
    shows(person, address, act)
    person.sees()
    row = person.page.locator("main tbody tr", has_text=act).first
    return A_DAY.search(row.inner_text())[0]


# The desk


def does(officer, number: str, act: str, **fields: Any) -> None:
    """An act of an Office, from its form into the register."""
    officer.opens(desk(number, "acts", act))
    assert "Not now" not in officer.text, officer.text
    fills(officer, **fields)
    officer.sees()
    officer.page.click("main form.sheet .actions button:not([name])")
    officer.page.wait_for_load_state()
    assert "Entered in the register" in officer.page.inner_text("body"), officer.text
    officer.sees()


def is_paid(officer, number: str, fee: str) -> None:
    """What the bank has reported of a statement of fees that names ``fee``; then nothing of it is open."""
    address = f"/fees/{in_address(number)}/"
    shows(officer, address, fee)
    records_the_fees(officer, number)
    shows(officer, address, "Everything is paid")
    officer.sees()


def appears(nadia, rafael, system: str, number: str, what: str) -> date:
    """The next issue of a bulletin, with what of the file is in it; published on its day. Returns the day."""
    address = f"/desk/bulletins/{system}/"
    rafael.opens(address)
    day = date.fromisoformat(rafael.page.input_value("main form [name=on]"))
    until(nadia, day)
    shows(rafael, address, what)
    assert rafael.page.is_checked(f"main [name=numbers][value='{number}']")
    rafael.sees()
    rafael.presses("Publish this issue")
    if "/reauthenticate/" in rafael.page.url:
        rafael.page.fill("main input[type=password]", rafael.portal.password("publisher"))
        rafael.presses("Confirm")
    assert "in issue" in rafael.page.inner_text("body"), rafael.text
    return day


# Everybody else


def is_seen_by_nobody(number: str, words: str, *people: Any) -> None:
    """Neither page nor API nor extract, and nothing in the search: for a stranger, and for another account."""
    address = in_address(number)
    closed = [
        *(public(number), f"{public(number)}feed.atom", f"{public(number)}extract.json"),
        *(f"/api/v1/register/registrations/{address}", f"/gazette/{address}/extract.pdf"),
    ]
    for person in people:
        for there in closed:
            assert person.page.request.get(person.portal.url + there).status == 404, there
        for there in (place(number), desk(number)):
            answer = person.page.request.get(person.portal.url + there, max_redirects=0)
            assert answer.status in (302, 403, 404), there
        opens(person, f"/search/?q={words}")
        assert number not in person.text
        assert person.page.locator("main .hit").count() == 0


def is_found(anyone, words: str, title: str) -> None:
    """The search finds it, and its record leads on to the register."""
    hit = anyone.page.locator("main .hit").filter(has_text=title)
    for _ in range(80):
        anyone.opens(f"/search/?q={words}")
        if hit.count():  # the words alone stand on the page at once: they are parts of the query
            break
        anyone.page.wait_for_timeout(250)
    assert hit.count(), anyone.text
    anyone.sees()
    anyone.follows(title)
    anyone.sees()


def proves(anyone, portal, number: str) -> dict[str, Any]:
    """The certified extract as PDF and as data; both are checked as anyone may check them. Returns the data."""
    anyone.opens(public(number))
    for link in ("PDF", "JSON"):
        carried = portal.data / f"{in_address(number)}.{link.lower()}"
        carried.write_bytes(anyone.takes(link))
        verified = portal.command("-m", "chancery", "verify", str(carried))
        assert verified.returncode == 0, verified.stdout + verified.stderr
        assert "unchanged" in verified.stdout
    return json.loads(carried.read_text())
