"""The parts of a query moved by hand and by keyboard, and the pages of search looked at by axe."""

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("records")]
QUERY = "/search/patents/?q=pizza+(oven+OR+separator)+-toy"
PAGES = (
    QUERY,
    "/search/patents/?q=pizza&view=table",
    "/search/marks/?view=images",
    "/search/patents/?q=pizza+zeppelin",
    "/search/patents/US5454295/?q=pizza&place=0",
    "/search/compare/?r=patents/US5454295&r=patents/WO2002014184",
    "/search/analysis/",
    "/search/fields/?collection=marks",
    "/search/watch/?q=pizza",
)


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def asked(page):
    """The query of the address, once it is another."""
    page.wait_for_url(lambda url: "NOT" in url)
    return parse_qs(urlsplit(page.url).query)["q"]


def test_a_part_dropped_on_another_joins_it(page, live_server):
    page.goto(live_server.url + QUERY)
    page.drag_and_drop("[data-part='0'] > details > summary", "[data-part='1.0'] > details > summary")
    assert asked(page) == ["(oven OR pizza OR separator) NOT toy"]


def test_a_part_dropped_beside_them_all_leaves_its_group(page, live_server):
    page.goto(live_server.url + QUERY)
    page.drag_and_drop("[data-part='1.1'] > details > summary", "[data-chips] .how p")
    assert asked(page) == ["pizza oven NOT toy separator"]


def test_a_part_is_joined_to_another_by_keyboard_alone(page, live_server):
    page.goto(live_server.url + QUERY)
    page.locator("[data-part='0'] > details > summary").focus()
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.tagName") != "SELECT":
        page.keyboard.press("Tab")
    page.keyboard.type("oven O")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert asked(page) == ["(oven OR separator OR pizza) NOT toy"]


def test_names_are_proposed_while_they_are_typed(page, live_server):
    page.goto(f"{live_server.url}/search/fields/?collection=patents")
    page.locator("#name").press_sequentially("pizz")
    page.wait_for_selector("#for-name option", state="attached")
    assert page.locator("#for-name option").first.get_attribute("value") == '"Pizza Hut, Inc."'


def test_every_page_is_in_order_for_axe_on_a_desk_on_a_phone_and_in_arabic(browser, live_server):
    wrong = {}
    for width, language in ((1280, "en"), (390, "en"), (1280, "ar")):
        page = browser.new_page(viewport={"width": width, "height": 900}, locale=language)
        for path in PAGES:
            page.goto(live_server.url + path)
            found = [one["id"] for one in Axe().run(page).response["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append("wider than the screen")
            if found:
                wrong[width, language, path] = found
        page.close()
    assert wrong == {}
