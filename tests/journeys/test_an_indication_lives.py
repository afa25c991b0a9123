"""The life of an indication at its pages: presented in letters that not everybody reads, mended, registered, refused
in one party, the refusal withdrawn, its area modified.
"""

import re
from datetime import timedelta

import pytest

from tests.journeys.registration_steps import (
    answers,
    appears,
    asks,
    begins,
    box,
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

NAME = "ბინდისველი"
LATIN = "Bindisveli"
DAY = timedelta(days=1)


def test_an_indication_lives_from_its_name_to_its_modification(visitor, portal):
    amina, mei = visitor().signs_in("applicant"), visitor().signs_in("officer")
    rafael, nadia = visitor().signs_in("publisher"), visitor().signs_in("operator")
    anyone, attorney = visitor(), visitor().signs_in("attorney")
    number = is_presented(amina)
    is_registered(amina, mei, number)
    is_seen_by_nobody(number, NAME, anyone, attorney)

    does(mei, number, "notify")
    appears(nadia, rafael, "lisbon", number, NAME)
    is_read(anyone, number)
    is_refused_and_then_not(amina, mei, nadia, number)
    is_modified(amina, mei, number)
    appears(nadia, rafael, "lisbon", number, NAME)
    its_life_is_shown(anyone, portal, number)
    for person in (amina, mei, rafael, nadia, anyone, attorney):
        assert not person.troubles


def is_presented(amina) -> str:
    """A wine of Georgia, its name in Georgian letters alone."""
    begins(amina, "lisbon")
    box(amina, "Party of origin", kind="appellation", origin="GE", language="en")
    box(amina, "Who presents it", presented_by="authority", authority="Sakpatenti, Mtskheta")
    box(amina, "Beneficiaries", **{"beneficiaries.0.name": "The winegrowers of the area"})
    amina.follows(re.compile("The name"))
    amina.page.fill("[name='names.0.text']", NAME)
    amina.page.select_option("[name='names.0.language']", "ka")
    amina.page.uncheck("[name='names.0.latin']")
    amina.page.click("main [name=save]")
    amina.sees()
    box(amina, "Goods and area", goods="wine", area="The slopes on the left bank, below the old bridge")
    home = {"kind": "registration", "number": "17", "dated": "2011-05-03"}
    box(amina, "Protection at home", **{f"protected_by.{name}": value for name, value in home.items()})
    box(amina, "Link with the area", **{"link.quality": "Dry, with the scent of quince"})
    box(amina, "Parties")
    amina.looks()
    return presents(amina, "lisbon")


def is_registered(amina, mei, number) -> None:
    """The Bureau finds the letters; she transliterates; it is registered."""
    shows(mei, "/desk/registrations/?queue=examine&system=lisbon", number)
    mei.looks()
    does(mei, number, "notice")
    has_next(amina, number, "Remedy an irregularity")
    answers(amina, number, "The name", **{"names.0.transliteration": LATIN})
    is_paid(mei, number, "egistration")
    does(mei, number, "register")
    assert "Everything is paid" in opens(amina, f"/fees/{number.replace('/', '-')}/")


def is_read(anyone, number) -> None:
    """Search, register, bulletin, and the attestation."""
    is_found(anyone, LATIN, NAME)
    opens(anyone, public(number))
    assert anyone.takes("Attestation").startswith(b"%PDF-")
    anyone.looks()
    opens(anyone, "/gazette/lisbon/")
    assert NAME in anyone.text


def is_refused_and_then_not(amina, mei, nadia, number) -> None:
    until(nadia, today(mei) + 200 * DAY)
    does(
        mei,
        number,
        "refuse",
        office="FR",
        ground1_provision="Art. 15(1)",
        ground1_text="An earlier mark for wine.",
        ground1_earlier_right="BINDI, Caves du Pont",
    )
    opens(amina, place(number))
    assert "An earlier mark for wine." in amina.text
    until(nadia, today(mei) + 90 * DAY)
    does(mei, number, "withdraw_refusal", office="FR")


def is_modified(amina, mei, number) -> None:
    """The area grows; the name and the goods cannot."""
    asks(amina, number, "modify", **{"whole.area": "The slopes on both banks, below the old bridge"})
    is_paid(mei, number, "odification")
    shows(mei, "/desk/registrations/?queue=requests", number)
    mei.sees()
    does(mei, number, "record")
    assert "both banks" in opens(amina, place(number))


def its_life_is_shown(anyone, portal, number) -> None:
    opens(anyone, public(number))
    assert "both banks" in anyone.text
    anyone.page.locator("#lives svg[role=group]").wait_for()
    lives = anyone.page.inner_text("#lives")
    assert "France" in lives
    anyone.looks()
    extract = proves(anyone, portal, number)
    refused = next(one for one in extract["lives"] if one["party"] == "FR")
    assert len(refused["spans"]) >= 3
