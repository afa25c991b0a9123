"""A person arranges their page and reads what every service told them; another site carries the bar."""

import http.server
import re
import threading

import pytest

from tests.portal import free_port

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

OUTSIDE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>A journal</title>
<style>nav, summary {{ display: none }} a {{ color: red }}</style>
<script type="module" src="{portal}/navigation.js"></script></head>
<body><chancery-navigation current="search"><a id="instead" href="{portal}/">The office</a></chancery-navigation>
<main><h1>A journal</h1></main></body></html>"""


@pytest.fixture
def elsewhere(portal):
    """A service of somebody else, on another origin: ``elsewhere("fr")`` is the address of its page in French."""

    class Journal(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 - the library's name
            language = self.path.strip("/") or "en"
            body = OUTSIDE.format(portal=portal.url, language=language).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            policy = f"default-src 'none'; script-src {portal.url}; connect-src {portal.url}; style-src 'unsafe-inline'"
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Journal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield lambda language="en": f"http://127.0.0.1:{server.server_port}/{language}"
    server.shutdown()


def button(act, on):
    """A button says on what it acts to whoever does not see where it stands."""
    return re.compile(rf"^{act}\s*: {re.escape(on)}")


def placed(person):
    return person.page.eval_on_selector_all("[data-widget]", "all => all.map(one => one.dataset.widget)")


def test_a_page_is_arranged_with_buttons_and_by_dragging_and_stays_so(visitor):
    jonas = visitor().signs_in("attorney")
    jonas.opens("/my/")
    assert jonas.page.inner_text("h1") == "My page"
    jonas.looks()
    jonas.follows("Arrange")
    before = placed(jonas)
    jonas.presses(button("Later", jonas.page.inner_text(f"#{before[0]}-h")))
    assert placed(jonas) == [before[1], before[0], *before[2:]]
    jonas.presses(button("Remove", "Searches"))
    assert "searches" not in placed(jonas)
    jonas.looks()
    last = placed(jonas)[-1]
    with jonas.page.expect_response(re.compile("/my/arrange$")) as saved:
        jonas.page.drag_and_drop(f"#{last} h2", f"#{before[1]} h2")
    assert saved.value.status == 204
    arranged = placed(jonas)
    assert arranged[0] == last
    jonas.follows("Done")
    assert placed(jonas) == arranged
    assert jonas.troubles == []


def test_a_page_is_arranged_without_javascript(browser, portal):
    context = browser.new_context(base_url=portal.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/account/login/")
    page.fill("input[name=login]", "applicant@demo.example")
    page.fill("input[name=password]", portal.password("applicant"))
    page.press("input[name=password]", "Enter")
    page.get_by_role("link", name="Arrange").click()
    page.get_by_role("button", name=button("Remove", "Searches")).click()
    assert page.locator("#searches").count() == 0
    page.get_by_role("button", name=button("Add", "Searches")).click()
    assert page.locator("#searches").count() == 1
    context.close()


def test_an_answer_rings_the_bell_and_is_read_in_the_inbox(visitor):
    amina = visitor().signs_in("applicant")
    amina.opens("/contact/")
    amina.page.locator("main select[name=topic]").select_option(index=1)
    amina.page.fill("main textarea[name=text]", "May I pay in euro?")
    amina.page.locator("main form:has(textarea[name=text]) button").first.click()
    amina.page.wait_for_load_state()

    officer = visitor().signs_in("officer")
    officer.opens("/contact/desk/")
    officer.page.locator("main table a").first.click()
    officer.page.fill("main textarea[name=text]", "Yes, you may.")
    officer.page.locator("main form:has(textarea[name=text]) button").first.click()
    officer.page.wait_for_load_state()

    amina.opens("/accessibility/")
    assert re.search(r"Inbox, \d+ new message", amina.page.get_attribute(".bell", "aria-label"))
    amina.page.click(".bell")
    amina.page.wait_for_url(re.compile("/inbox/$"))
    amina.looks()
    amina.follows(re.compile("An answer to your question"))
    assert "The office has answered" in amina.text
    amina.looks()
    amina.opens("/inbox/?q=QUESTION")
    assert "An answer to your question" in amina.text
    amina.page.locator(".inbox input").first.check()
    amina.presses("Put away")
    amina.opens("/inbox/?view=archive")
    assert "An answer to your question" in amina.text
    assert amina.troubles == []


def test_yes_and_no_take_one_step_each_and_are_written_down(visitor):
    jonas = visitor().signs_in("attorney")
    jonas.opens("/inbox/mail/")
    jonas.looks()
    jonas.presses(button("Switch off", "Reminders of time limits"))
    jonas.presses(button("Switch on", "Reminders of time limits"))
    jonas.follows("What you have agreed to")
    assert jonas.page.locator(".timeline > li").count() >= 2
    jonas.follows("Count it again")
    assert "holds" in jonas.page.inner_text("#check")
    jonas.opens("/privacy/consents/?check=1")
    jonas.looks()


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Search"), ("fr", "Chercher|Recherche"), ("ar", "[\u0600-\u06ff]+")]
)
def test_another_site_carries_the_same_bar_in_its_own_language(visitor, elsewhere, language, word):
    reader = visitor()
    asked = []
    reader.page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright takes no built-in
    reader.page.goto(elsewhere(language))
    bar = reader.page.locator("chancery-navigation nav")
    bar.wait_for()
    assert bar.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    current = bar.locator("[data-current] > summary")
    assert re.fullmatch(word, current.inner_text().strip())
    assert not reader.page.locator("#instead").is_visible()
    current.click()
    link = bar.locator("[data-current] a").first
    assert link.is_visible()
    assert link.evaluate("one => getComputedStyle(one).color") != "rgb(255, 0, 0)"  # the journal's styles stay outside
    reader.page.keyboard.press("Escape")
    assert not link.is_visible()
    assert reader.context.cookies() == []
    assert not [one for one in asked if "cookie" in one.headers]
    assert reader.troubles == []


def test_where_the_portal_is_not_reached_the_other_sites_own_words_stand(visitor, elsewhere):
    reader = visitor()
    reader.page.route("**/api/v1/navigation*", lambda route: route.abort())
    reader.page.goto(elsewhere())
    reader.page.wait_for_function("!!customElements.get('chancery-navigation')")
    reader.page.wait_for_timeout(300)
    assert reader.page.locator("#instead").is_visible()
