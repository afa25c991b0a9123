"""What the accessibility page claims: no scrolling sideways at 400 % zoom, keyboard alone, no JavaScript."""

import json
import re

import pytest

from chancery.records.documents.tests import samples

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

ZOOMED = {"width": 320, "height": 256}  # a window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10)
OPEN = (
    *("/", "/accessibility/", "/privacy/", "/contact/", "/account/login/", "/account/signup/"),
    *("/search/?q=siemens", "/search/indications/", "/search/laws/", "/search/?q=%22"),
    *("/register/MADRID-2023-000001/", "/register/HAGUE-2024-000001/", "/register/LISBON-2021-000001/"),
    *("/gazette/madrid/2023-10/", "/gazette/hague/", "/search/designs/?q=lamp"),
    *("/register/", "/register/entry/1/", "/law/", "/law/pct/", "/law/closed-days/"),
    "/law/pct/fees/?receiving_office=IB&searching_authority=EP&sheets=40",
    "/law/pct/time-limits/?filed_on_0=2026-03-02",
    "/law/classifications/terms/?term=Sonnenbrillen&language=de&kept=25%3Acoats",
    *("/law/classifications/", "/law/classifications/nice/29/", "/law/classifications/vienna/"),
)
OF_AN_APPLICANT = ("/filing/", "/filing/start/", "/letters/", "/contact/mine/")
OF_AN_OFFICER = ("/desk/", "/desk/issues/", "/contact/desk/")
NUMBER = re.compile(r"PCT/IB\d{4}/\d{6}")


@pytest.fixture(scope="module")
def filer(portal):
    """Somebody with two drafts that can be handed in."""
    [prepared] = json.loads(portal.command("-m", "tests.applicants", "1", "2").stdout)
    return prepared


@pytest.fixture
def page(browser, portal, request):
    """A page of a new browser window: ``@pytest.mark.parametrize("page", [{...}], indirect=True)``."""
    context = browser.new_context(base_url=portal.url, **getattr(request, "param", {}))
    yield context.new_page()
    context.close()


def signs_in(page, email, password):
    page.goto("/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile(r"/$"))


def too_wide(page, addresses):
    """The pages that must be scrolled sideways, each with what sticks out."""
    found = {}
    for address in addresses:
        answer = page.goto(address)
        assert answer.status < 500, address
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[address] = page.evaluate(STICKING_OUT)
    return found


STICKING_OUT = """[...document.querySelectorAll("body *")].filter(one => one.checkVisibility()
  && one.getBoundingClientRect().right > innerWidth && !one.closest(".scroll, pre, .visually-hidden")
).slice(0, 5).map(one => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("page", [{"viewport": ZOOMED}], indirect=True)
def test_at_400_percent_nobody_scrolls_sideways(page, portal, filer):
    assert too_wide(page, OPEN) == {}
    page.goto("/search/?q=siemens")
    record = page.locator(".hit a").first.get_attribute("href")
    assert too_wide(page, [record]) == {}

    signs_in(page, "filer0@example.org", "long enough")
    draft = f"/filing/drafts/{filer['drafts'][0]}/"
    page.goto(draft)
    boxes = [one.get_attribute("href") for one in page.locator(".steps a").all()]
    assert len(boxes) > 8
    assert too_wide(page, [*OF_AN_APPLICANT, *boxes]) == {}


@pytest.mark.parametrize("page", [{"viewport": ZOOMED}], indirect=True)
def test_at_400_percent_the_desk_is_not_scrolled_sideways(page, portal):
    signs_in(page, "officer@demo.example", portal.password("officer"))
    assert too_wide(page, OF_AN_OFFICER) == {}


class Keyboard:
    """A person without a mouse: Tab, letters, Enter; and what has the focus is always to be seen."""

    def __init__(self, page):
        self.page = page

    def reaches(self, words, *, within=150):
        for _ in range(within):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            assert focus["seen"], f"the focus cannot be seen on {focus['words']!r} at {self.page.url}"
            if words in focus["words"]:
                return
        raise AssertionError(f"{words!r} is not reached by Tab at {self.page.url}")

    def enters(self, words):
        self.reaches(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


FOCUS = """(() => { const one = document.activeElement, style = getComputedStyle(one);
  const name = one.labels?.[0]?.innerText || one.ariaLabel || one.innerText || one.value || one.tagName;
  const seen = one === document.body || parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
  return {words: name, seen}; })()"""


@pytest.mark.parametrize(("page", "draft"), [({}, 0), ({"java_script_enabled": False}, 1)], indirect=["page"])
def test_a_draft_is_filed_by_keyboard_alone_with_and_without_javascript(page, filer, draft):
    person = Keyboard(page)
    page.goto("/account/login/")
    person.reaches("mail")
    page.keyboard.type("filer0@example.org")
    person.reaches("Password")
    page.keyboard.type("long enough")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    person.enters("My applications")
    address = f"/filing/drafts/{filer['drafts'][draft]}/"
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == address:
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    person.enters("Check and file")
    person.enters("Sign and file")
    assert NUMBER.search(page.inner_text("main"))


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_a_draft_is_written_without_javascript(page, portal):
    signs_in(page, "attorney@demo.example", portal.password("attorney"))
    page.goto("/filing/start/")
    page.get_by_role("button", name=re.compile("An invention")).click()
    page.get_by_role("link", name=re.compile("^I Title")).first.click()
    page.fill("[name=title]", "Hinge without a script")
    page.click("main [name=next]")
    page.get_by_role("link", name=re.compile("Documents")).first.click()
    description = {"name": "hinge.pdf", "mimeType": "application/pdf", "buffer": samples.pdf()}
    page.set_input_files("main [name=description]", description)
    page.locator("main form:has([name=description]) button").first.click()
    page.get_by_text("hinge.pdf").first.wait_for()
    assert "Hinge without a script" in page.inner_text("h1")


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_a_record_is_found_and_its_proof_read_without_javascript(page):
    page.goto("/")
    page.fill("#q", "siemens")
    page.press("#q", "Enter")
    page.wait_for_url(re.compile("q=siemens"))
    for _collection_then_filter in range(2):
        with page.expect_navigation():
            page.locator(".facet a").first.click()
    assert page.locator(".facet a[aria-current]").count() == 1
    title = page.locator(".hit h3 a").first.inner_text()
    with page.expect_navigation():
        page.locator(".hit h3 a").first.click()
    assert page.inner_text("h1") == title
    with page.expect_navigation():
        page.get_by_role("link", name=re.compile("and its proof")).click()
    assert "Audit path" in page.inner_text("main")
