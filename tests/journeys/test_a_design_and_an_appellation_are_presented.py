"""Amina drafts a design with its views, and an appellation of origin; sees what each costs; presents both."""

import re

import pytest

from chancery.records.documents.tests.pictures import image

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


def picture(name, **how):
    return {"name": name, "mimeType": "image/jpeg", "buffer": image(**how)}


def begins(amina, treaty):
    amina.opens("/filing/start/")
    amina.page.click(f"[name=treaty][value={treaty}]")
    amina.page.wait_for_load_state()


def goes(amina):
    amina.page.click("main [name=next]")
    amina.page.wait_for_load_state()


def looks(amina):
    """The same page from its top: an address with a place in it is not asked again."""
    amina.page.goto(amina.page.url.partition("#")[0])
    amina.looks()


def says_who_applies(amina):
    page = amina.page
    page.fill("[name='applicants.0.name']", "OKAFOR, Amina")
    page.fill("[name='applicants.0.address']", "Rue du Lac 12\n1207 Genève")
    page.select_option("[name='applicants.0.country']", "CH")
    page.fill("[name='applicants.0.email']", "amina@example.org")
    page.select_option("[name='applicants.0.links.0.party']", "CH")
    page.select_option("[name='applicants.0.links.0.bond']", "national")
    page.select_option("select[name=language]", "en")
    amina.looks()


def designates(amina, *codes):
    for code in codes:
        amina.page.check(f"#party-{code}")
    amina.page.click("[name=designate]")
    amina.page.wait_for_load_state()
    looks(amina)


def names(amina):
    """The files of the first design's views, in their order on the page."""
    return amina.page.locator("[data-order='shown.0.views'] .view-head .muted").all_inner_texts()


def arrives(amina, order):
    amina.page.wait_for_function(
        "wanted => [...document.querySelectorAll(\"[data-order='shown.0.views'] .view-head .muted\")]"
        ".map(one => one.textContent).join() === wanted",
        arg=",".join(order),
    )
    amina.page.wait_for_load_state()


def brings_and_orders_views(amina):
    page = amina.page
    page.fill("[name='shown.0.product']", "Lamp")
    page.select_option("[name='shown.0.subclass']", "26-05")
    files = [picture("a.jpg", border=5), picture("b.jpg", border=9), picture("c.jpg", border=40)]
    page.set_input_files("[name='shown.0.views']", files)
    arrives(amina, ["a.jpg", "b.jpg", "c.jpg"])
    assert "border of 1 to 20 pixels" in amina.text  # beside the third, as soon as it is there
    page.click("[id='item-shown.0.views.2'] [name=move]")  # a plain button
    arrives(amina, ["a.jpg", "c.jpg", "b.jpg"])
    page.focus("[id='item-shown.0.views.0'] .grip")  # the keyboard
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#item-shown\.0\.views\.2"))
    arrives(amina, ["c.jpg", "b.jpg", "a.jpg"])
    looks(amina)
    drags(page, "[id='item-shown.0.views.0'] .grip", "[id='item-shown.0.views.1'] .view-head")  # the mouse
    page.wait_for_url(re.compile(r"#item-shown\.0\.views\.1"))
    assert names(amina)[0] == "b.jpg"
    assert sorted(names(amina)) == ["a.jpg", "b.jpg", "c.jpg"]
    page.goto(page.url.partition("#")[0])


def drags(page, handle, to):
    """Slowly, as a hand does: a drag begins with the first step."""
    page.locator(handle).scroll_into_view_if_needed()
    start, end = (page.locator(one).bounding_box() for one in (handle, to))
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 25, start["y"] + 8, steps=3)
    page.mouse.move(end["x"] + 30, end["y"] + 8, steps=5)
    page.mouse.up()


def puts_another_picture(amina):
    place = names(amina).index("c.jpg")
    view = f"[id='item-shown.0.views.{place}']"
    amina.page.click(f"{view} details summary")
    amina.page.set_input_files(f"[name='shown.0.views.{place}']", picture("c2.jpg", border=12))
    amina.page.get_by_text("c2.jpg").first.wait_for()
    assert "border of 1 to 20 pixels" not in amina.text


def test_a_design_is_presented(visitor, portal):
    amina = visitor().signs_in("applicant")
    amina.opens("/filing/start/")
    amina.looks()
    begins(amina, "hague")
    says_who_applies(amina)
    amina.follows(re.compile("Designated parties"))
    designates(amina, "EM", "SG")
    assert "CHF 118" in amina.page.inner_text("#beside") or "CHF 59" in amina.page.inner_text("#beside")
    amina.follows(re.compile("Designs and their views"))
    brings_and_orders_views(amina)
    puts_another_picture(amina)
    amina.follows(re.compile("Publication"))
    amina.page.select_option("select[name=publication]", "deferred")
    amina.page.get_by_text("18 months at most").wait_for()  # without another page
    amina.looks()
    presents(amina, portal, "HAGUE")
    assert not amina.troubles


def test_an_appellation_of_origin_is_presented(visitor, portal):
    amina = visitor().signs_in("applicant")
    begins(amina, "lisbon")
    page = amina.page
    page.select_option("select[name=kind]", "appellation")
    page.select_option("select[name=origin]", "FR")
    page.select_option("select[name=language]", "en")
    amina.looks()
    goes(amina)
    page.select_option("select[name=presented_by]", "authority")
    page.fill("[name=authority]", "INAO, Paris")
    goes(amina)
    page.fill("[name='beneficiaries.0.name']", "Producers of the area")
    goes(amina)
    page.fill("[name='names.0.text']", "Comté")
    page.select_option("[name='names.0.language']", "fr")
    goes(amina)
    page.click("main [name=add]")
    page.select_option("[name='translations.0.language']", "en")
    page.fill("[name='translations.0.text']", "Cheese of the county")
    goes(amina)
    page.fill("[name=goods]", "cheese")
    page.fill("[name=area]", "The Jura massif")
    goes(amina)
    page.select_option("[name='protected_by.kind']", "law")
    page.fill("[name='protected_by.title']", "Decree on the appellation")
    page.fill("[name='protected_by.dated']", "1958-07-22")
    goes(amina)
    page.fill("[name='link.quality']", "Firm, with the taste of the pastures")
    goes(amina)
    assert "41 parties" in amina.text
    page.check("[name=waived][value=CH]")
    amina.looks()
    assert "CHF 1,000" in page.inner_text("#beside")
    goes(amina)
    presents(amina, portal, "LISBON")
    assert not amina.troubles


def presents(amina, portal, system):
    amina.follows("Check and file")
    amina.looks()
    amina.page.fill("main [name=name]", "Amina Okafor")
    amina.page.fill("main [name=capacity]", "applicant")
    amina.presses("Sign and file")
    assert re.search(rf"{system}/\d{{4}}/\d{{6}}", amina.text)
    amina.looks()
    assert amina.takes("Receipt (PDF)").startswith(b"%PDF-")
    proof = portal.data / f"{system}.json"
    proof.write_bytes(amina.takes("Proof of inclusion"))
    assert portal.command("-m", "chancery", "verify", str(proof)).returncode == 0
