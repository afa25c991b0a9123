"""The life of a mark at its pages: presented, certified, mended, registered, refused here and granted there, limited,
and renewed in the months of grace ten years later.
"""

import re
from datetime import date, timedelta

import pytest

from tests.journeys.registration_steps import (
    answers,
    appears,
    asks,
    begins,
    box,
    desk,
    does,
    fills,
    has_next,
    is_found,
    is_paid,
    is_seen_by_nobody,
    opens,
    place,
    presents,
    proves,
    public,
    today,
    until,
)
from tests.journeys.steps import shows

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

WORDS = "ΛΥΚΟΦΩΣ"
GOODS = ((9, "electric batteries"), (11, "lamps"), (11, "lanterns"))
DAY = timedelta(days=1)


def test_a_mark_lives_from_its_presentation_to_its_second_term(visitor, portal):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    rafael, nadia = visitor().signs_in("publisher"), visitor().signs_in("operator")
    number = is_presented(amina)
    is_registered(amina, mei, number)
    is_seen_by_nobody(number, WORDS, visitor(), visitor().signs_in("attorney"))

    appears(nadia, rafael, "madrid", number, WORDS)
    anyone = visitor()
    is_read(anyone, number)

    until(nadia, today(mei) + 240 * DAY)
    is_refused_here_and_granted_there(mei, number)
    assert "earlier right: LYKO" in opens(anyone, public(number))
    until(nadia, today(mei) + 60 * DAY)
    is_limited(amina, mei, number)
    appears(nadia, rafael, "madrid", number, WORDS)

    is_renewed_late(amina, mei, nadia, number)
    its_life_is_shown(anyone, portal, number)
    for person in (amina, mei, rafael, nadia, anyone):
        assert not person.troubles


def is_presented(amina) -> str:
    """A word in Greek letters, of which nobody has said how it sounds."""
    begins(amina, "madrid")
    fills(amina, origin="CH", language="en")
    amina.page.click("main [name=next]")
    who = {"name": "Okafor, Amina", "address": "Rue du Lac 12, Genève", "country": "CH", "link": "established"}
    box(amina, "Applicants", **_each("applicants.0", who | {"email": "amina@example.org"}))
    box(amina, "Basic mark", **_each("basis.0", {"kind": "registration", "number": "745 123", "dated": "2026-09-15"}))
    box(
        amina,
        "The mark",
        **_each("mark", {"form": "word", "words": WORDS, "standard_characters": True, "latin": False}),
    )
    amina.follows(re.compile("Goods and services"))
    amina.page.fill("#terms", "\n".join(text for _number, text in GOODS))
    for count, (number, text) in enumerate(GOODS):
        amina.page.click(f"button[name=take][value='{number} {text}']")
        amina.page.locator(f"[name='goods.{count}.text']").wait_for()
    amina.page.click("main [name=save]")
    amina.follows(re.compile("Designated parties"))
    for count, code in enumerate(("JP", "NO"), start=1):
        amina.page.check(f"#designate-{code}")
        amina.page.get_by_text(re.compile(rf"^\s*{count} part(y is|ies are) designated")).wait_for()
    amina.page.click("main [name=save]")
    amina.looks()
    return presents(amina, "madrid")


def _each(path: str, values: dict) -> dict:
    return {f"{path}.{name}": value for name, value in values.items()}


def is_registered(amina, mei, number) -> None:
    """The Office of origin certifies, the Bureau finds the letters, she says how they sound; it is registered."""
    shows(mei, "/desk/registrations/?queue=certify&system=madrid", number)
    mei.looks()
    points = ("same_applicant", "same_indications", "same_mark", "goods_covered")
    does(mei, number, "certify", **dict.fromkeys(points, True))
    assert "transliterated" in mei.text
    does(mei, number, "notice")
    due = has_next(amina, number, "Remedy an irregularity")
    answers(amina, number, "The mark", **{"mark.transliteration": "LYKOFOS"})
    opens(amina, place(number))
    assert "asks for your answer" not in amina.text
    is_paid(mei, number, "Basic fee")
    mei.opens(desk(number))
    assert due in mei.page.text_content("main")
    does(mei, number, "register")
    does(mei, number, "notify")
    assert "Everything is paid" in opens(amina, f"/fees/{number.replace('/', '-')}/")


def is_read(anyone, number) -> None:
    """Search, register, bulletin."""
    is_found(anyone, WORDS, WORDS)
    opens(anyone, public(number))
    assert "LYKOFOS" in anyone.text
    anyone.looks()
    opens(anyone, "/gazette/madrid/")
    assert WORDS in anyone.text


def is_refused_here_and_granted_there(mei, number) -> None:
    shows(mei, desk(number), "Notified")
    does(
        mei,
        number,
        "refuse",
        office="JP",
        things=["2"],
        ground1_provision="Art. 4(1)(xi)",
        ground1_text="Confusion with an earlier mark.",
        ground1_earlier_right="LYKO, Lanterns of Kobe",
        answer_until=str(today(mei) + 90 * DAY),
    )
    does(mei, number, "grant", office="NO")


def is_limited(amina, mei, number) -> None:
    """What Japan refuses she gives up there."""
    has_next(amina, number, "Answer at the Office")
    opens(amina, place(number))
    assert "earlier right: LYKO" in amina.text
    opens(amina, place(number, "acts"))
    asks(amina, number, "limit_goods", parties=["JP"], things=["2"])
    is_paid(mei, number, "imitation")
    shows(mei, "/desk/registrations/?queue=requests", number)
    mei.sees()
    does(mei, number, "record")
    assert "Taken out by a limitation" in opens(amina, place(number))


def is_renewed_late(amina, mei, nadia, number) -> None:
    """The term has ended; the months of grace run, with a surcharge."""
    end = _term(amina, number)
    has_next(amina, number, "enew")
    until(nadia, end + 40 * DAY)
    shows(mei, "/desk/registrations/?queue=ending", number)
    amina.opens(place(number, "acts", "renew"))
    assert "Late" in amina.text
    assert "surcharge" in amina.text.lower()
    asks(amina, number, "renew", parties=["JP", "NO"])
    is_paid(mei, number, "urcharge")
    does(mei, number, "record")
    assert _term(amina, number).year == end.year + 10


def _term(amina, number) -> date:
    opens(amina, place(number))
    return date.fromisoformat(re.search(r"Term until\s+(\d{4}-\d\d-\d\d)", amina.text)[1])


def its_life_is_shown(anyone, portal, number) -> None:
    """Parties by time, as a picture and as a table; and what one can carry away and check."""
    opens(anyone, public(number))
    anyone.page.locator("#lives svg[role=group]").wait_for()
    lives = anyone.page.inner_text("#lives")
    for words in ("JP", "NO", "Taken out by a limitation", "Protected"):
        assert words in lives, lives
    anyone.looks()
    extract = proves(anyone, portal, number)
    assert {one["party"] for one in extract["lives"]} == {"JP", "NO"}
