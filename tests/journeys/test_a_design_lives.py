"""The life of a design at its pages: its publication deferred, and asked for early; refused in one party, the refusal
withdrawn; renewed for a second term.
"""

import re
from datetime import date, timedelta

import pytest

from chancery.records.documents.tests.pictures import image
from tests.journeys.registration_steps import (
    appears,
    asks,
    begins,
    box,
    desk,
    does,
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

PRODUCT = "Zwielichtlampe"
DAY = timedelta(days=1)


def test_a_design_lives_from_its_deferment_to_its_second_term(visitor, portal):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    rafael, nadia = visitor().signs_in("publisher"), visitor().signs_in("operator")
    anyone, attorney = visitor(), visitor().signs_in("attorney")
    number = is_presented(amina)
    is_registered(mei, number)
    until(nadia, today(mei) + 30 * DAY)
    is_seen_by_nobody(number, PRODUCT, anyone, attorney)
    rafael.opens("/desk/bulletins/hague/")
    assert rafael.page.locator(f"[name=numbers][value='{number}']").count() == 0
    assert "Publication is deferred" in rafael.text

    is_asked_to_be_published(amina, mei, number)
    is_seen_by_nobody(number, PRODUCT, anyone, attorney)
    appears(nadia, rafael, "hague", number, PRODUCT)
    is_read(anyone, number)

    is_refused_and_then_not(amina, mei, nadia, number)
    is_renewed(amina, mei, nadia, number)
    its_life_is_shown(anyone, portal, number)
    for person in (amina, mei, rafael, nadia, anyone, attorney):
        assert not person.troubles


def is_presented(amina) -> str:
    """One design with one view, for two parties; to be published as late as can be."""
    begins(amina, "hague")
    who = {"name": "Okafor, Amina", "address": "Rue du Lac 12, Genève", "country": "CH", "email": "amina@example.org"}
    fields = {f"applicants.0.{name}": value for name, value in who.items()}
    link = {"applicants.0.links.0.party": "CH", "applicants.0.links.0.bond": "national"}
    box(amina, "Applicant", **fields, **link, language="en")
    amina.follows(re.compile("Designated parties"))
    for code in ("EM", "GE"):
        amina.page.check(f"#party-{code}")
    amina.page.click("[name=designate]")
    amina.page.wait_for_load_state()
    amina.sees()
    box(amina, "Creators")
    amina.follows(re.compile("Designs and their views"))
    amina.page.fill("[name='shown.0.product']", PRODUCT)
    amina.page.select_option("[name='shown.0.subclass']", "26-05")
    view = {"name": "lamp.jpg", "mimeType": "image/jpeg", "buffer": image(border=8)}
    amina.page.set_input_files("[name='shown.0.views']", view)
    amina.page.get_by_text("lamp.jpg").first.wait_for()
    amina.sees()
    box(amina, "Publication", publication="deferred")
    amina.looks()
    return presents(amina, "hague")


def is_registered(mei, number) -> None:
    shows(mei, "/desk/registrations/?queue=register&system=hague", number)
    mei.looks()
    is_paid(mei, number, "Basic fee")
    does(mei, number, "register")
    opens(mei, desk(number, "acts", "notify"))
    assert "It is the publication that is sent to the Offices" in mei.text


def is_asked_to_be_published(amina, mei, number) -> None:
    """She need not wait: the fee of the publication is paid, the Bureau records what she asks for."""
    deferred_until = has_next(amina, number, "Publish the registration in the Bulletin")
    assert deferred_until > str(today(amina))
    opens(amina, place(number))
    asks(amina, number, "ask_for_publication")
    is_paid(mei, number, "ublication")
    shows(mei, "/desk/registrations/?queue=requests", number)
    mei.sees()
    does(mei, number, "record")


def is_read(anyone, number) -> None:
    """Search, register with the view, bulletin."""
    is_found(anyone, PRODUCT, PRODUCT)
    opens(anyone, public(number))
    assert anyone.page.locator("main .reproductions img").count() == 1
    anyone.looks()
    opens(anyone, "/gazette/hague/")
    assert PRODUCT in anyone.text


def is_refused_and_then_not(amina, mei, nadia, number) -> None:
    """The publication is sent; one Office refuses within its six months, and takes it back once it is answered."""
    does(mei, number, "notify")
    until(nadia, today(mei) + 120 * DAY)
    does(
        mei,
        number,
        "refuse",
        office="EM",
        ground1_provision="Art. 25(1)(b)",
        ground1_text="It is not new.",
        ground1_earlier_right="Design 001234567-0001, Lampen GmbH",
        answer_until=str(today(mei) + 60 * DAY),
    )
    has_next(amina, number, "Answer at the Office")
    opens(amina, place(number))
    assert "It is not new." in amina.text
    until(nadia, today(mei) + 30 * DAY)
    does(mei, number, "withdraw_refusal", office="EM")
    assert "Protected" in opens(amina, place(number))


def is_renewed(amina, mei, nadia, number) -> None:
    end = _term(amina, number)
    until(nadia, end - 60 * DAY)
    assert date.fromisoformat(has_next(amina, number, "fees for renewal")) >= end  # an open day
    shows(mei, "/desk/registrations/?queue=ending", number)
    mei.sees()
    asks(amina, number, "renew")
    is_paid(mei, number, "enewal")
    does(mei, number, "record")
    assert _term(amina, number).year == end.year + 5


def _term(amina, number) -> date:
    opens(amina, place(number))
    return date.fromisoformat(re.search(r"Term until\s+(\d{4}-\d\d-\d\d)", amina.text)[1])


def its_life_is_shown(anyone, portal, number) -> None:
    opens(anyone, public(number))
    anyone.page.locator("#lives svg[role=group]").wait_for()
    lives = anyone.page.inner_text("#lives")
    for words in ("EM", "GE", "Protected"):
        assert words in lives, lives
    anyone.looks()
    extract = proves(anyone, portal, number)
    assert {one["party"] for one in extract["lives"]} == {"EM", "GE"}
