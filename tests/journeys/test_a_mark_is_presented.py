"""Amina drafts a mark, sees live what each party costs and asks for, signs, presents, and keeps a receipt."""

import re

import pytest

from chancery.records.documents.tests.pictures import image

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NUMBER = re.compile(r"MADRID/\d{4}/\d{6}")


def fills(person, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        place = person.page.locator(f"main [name='{name}']")
        if place.evaluate("one => one.tagName") == "SELECT":
            place.select_option(value)
        else:
            place.fill(value)


def test_a_mark_from_the_empty_draft_to_its_number(visitor):
    amina = visitor().signs_in("applicant")
    page = amina.page
    amina.opens("/filing/start/")
    page.click("button[name=treaty][value=madrid]")
    fills(amina, {"origin": "CH", "language": "en"})
    page.click("main [name=next]")
    who = {"name": "Alpenrose SA", "address": "Rue du Lac 12", "email": "marks@example.org", "country": "CH"}
    fills(amina, {f"applicants.0.{name}": value for name, value in (who | {"link": "established"}).items()})
    page.click("main [name=save]")

    amina.follows(re.compile("Basic mark"))
    basis = {"kind": "registration", "number": "745 123", "dated": "2026-09-15"}
    fills(amina, {f"basis.0.{name}": value for name, value in basis.items()})
    page.click("main [name=save]")

    amina.follows(re.compile("The mark"))
    fills(amina, {"mark.form": "figurative", "mark.words": "ALPENROSE"})
    page.click("main [name=save]")
    page.wait_for_load_state()
    page.set_input_files("#file-mark", {"name": "rose.jpg", "mimeType": "image/jpeg", "buffer": image()})
    page.get_by_role("img", name="The mark").wait_for()
    amina.looks()

    amina.follows(re.compile("Goods and services"))
    page.locator("#terms").press_sequentially("raincoats")
    page.click("button[name=take][value='25 raincoats']")
    page.locator("[name='goods.0.text']").wait_for()
    assert page.input_value("[name='goods.0.text']") == "raincoats"
    amina.looks()

    amina.follows(re.compile("Designated parties"))
    for count, code in enumerate(("JP", "US"), start=1):
        page.check(f"#designate-{code}")
        page.get_by_text(re.compile(rf"^\s*{count} part(y is|ies are) designated")).wait_for()
    assert "MM18" in amina.text
    page.check("main [name='designations.1.form_signed']")
    page.click("main [name=save]")
    amina.looks()

    amina.follows("Check and file")
    assert "Prevents" not in amina.text
    assert re.search(r"Individual fee, Japan\s+CHF", amina.text)
    page.fill("main [name=name]", "Amina Okafor")
    amina.presses("Sign and file")
    number = NUMBER.search(amina.text)[0]
    assert "Office of Switzerland" in amina.text
    amina.looks()
    assert amina.takes("Receipt (PDF)").startswith(b"%PDF")
    amina.opens("/filing/")
    assert number in amina.text
    assert not amina.troubles
