"""The furniture in a real browser: axe finds nothing, nothing overflows, and no page needs JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings

from chancery.core.models import Head
from chancery.records.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("/", "/specimen/?sort=file", "/accessibility/", "/account/login/", "/account/signup/", "/no-such-page/")
ACCOUNT = ("/account/email/", "/account/2fa/", "/account/sessions/", "/account/password/change/", "/account/logout/")


@pytest.fixture
def portal(live_server):
    Head.objects.get_or_create(pk=1, defaults={"size": 0})  # a migration's row: the test before has flushed it
    with override_settings(ROOT_URLCONF="chancery.site.tests.specimen"):
        yield live_server.url


def trouble(page, address):
    """What axe and the browser have against a page, and whether it is wider than its window."""
    said = []
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    answer = page.goto(address)
    if answer.status >= 500:
        said.append(f"answered {answer.status}")
    if page.locator("details.menu, details.why").count():
        page.locator("details.menu, details.why").first.locator("summary").click()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    said += [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        said.append("wider than the window")
    return said


def all_trouble(page, portal, addresses):
    return {address: said for address in addresses if (said := trouble(page, portal + address))}


@pytest.mark.parametrize("width", [1360, 390])
@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark"), ("ar", "light"), ("en", "dark")])
def test_axe_finds_nothing_on_the_open_pages(browser, portal, language, theme, width):
    context = browser.new_context(
        locale=language, color_scheme=theme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    assert all_trouble(page, portal, PAGES) == {}
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_the_pages_of_an_account(browser, portal, client, language):
    client.force_login(User.objects.create_user("ana@example.org", "a long enough one", name="Ana Okafor"))
    context = browser.new_context(locale=language, reduced_motion="reduce")
    context.add_cookies([{"name": "session", "value": client.cookies["session"].value, "url": portal}])
    page = context.new_page()
    assert all_trouble(page, portal, ACCOUNT) == {}
    assert "/login/" not in page.url
    context.close()


def test_language_and_theme_are_chosen_without_javascript(browser, portal):
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{portal}/accessibility/")
    page.get_by_role("button", name="dark").click()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Français").click()
    assert page.url.endswith("/accessibility/")
    assert page.locator("html").get_attribute("lang") == "fr"
    context.close()


def test_changing_the_theme_loses_nothing_typed(browser, portal):
    page = browser.new_page()
    page.goto(f"{portal}/specimen/")
    page.get_by_label("Application number").fill("63/512,884")
    with page.expect_response(lambda response: response.url.endswith("/theme/")):
        page.get_by_role("button", name="dark", exact=True).click()
        assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    assert page.get_by_label("Application number").input_value() == "63/512,884"
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    page.close()


def test_the_first_stop_of_the_keyboard_leads_past_the_furniture(browser, portal):
    page = browser.new_page()
    page.goto(portal)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()
