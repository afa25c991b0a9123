"""A real portal, started as an operator starts it, and a real browser for each person of the journey."""

import re
import shutil
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.portal import Portal


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """The folder of a portal after its first start, with its demonstration office: entering it takes half a minute."""
    portal = Portal(tmp_path_factory.mktemp("founded") / "portal", demo=True)
    portal.start()
    while any(follower["lag"] for follower in portal.health()["followers"].values()):
        time.sleep(0.1)
    portal.stop()
    portal.end()
    return portal.data


@pytest.fixture(scope="module")
def portal(founded, tmp_path_factory):
    """A portal with its demonstration office, for the journeys of one file: none finds what another has published."""
    portal = Portal(tmp_path_factory.mktemp("journeys") / "portal", demo=True)
    shutil.copytree(founded, portal.data, ignore=_sockets)
    portal.start()
    yield portal
    portal.stop()
    portal.end()


def _sockets(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name).is_socket()]


class Visitor:
    """A person at a browser. Every page they say they have seen is checked by axe, in English and in Arabic."""

    def __init__(self, browser: Browser, portal: Portal) -> None:
        self.portal = portal
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.troubles.append(said.text))

    def opens(self, address: str) -> None:
        response = self.page.goto(self.portal.url + address)
        assert response is None or response.status < 400, f"{address}: {response.status}"

    def signs_in(self, role: str) -> "Visitor":
        self.opens("/account/login/")
        self.page.fill("input[name=login]", f"{role}@demo.example")
        self.page.fill("input[name=password]", self.portal.password(role))
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(re.compile(r"/$"))
        return self

    def speaks(self, language: str) -> None:
        self.context.add_cookies([{"name": "language", "value": language, "url": self.portal.url}])

    def presses(self, name: str | re.Pattern) -> None:
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()

    def follows(self, name: str | re.Pattern) -> None:
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()

    def takes(self, name: str) -> bytes:
        """Download what a link leads to."""
        address = self.page.get_by_role("link", name=name).first.get_attribute("href")
        response = self.page.request.get(self.portal.url + address)
        assert response.ok, f"{address}: {response.status}"
        return response.body()

    @property
    def text(self) -> str:
        return self.page.inner_text("main")

    def sees(self) -> None:
        """axe on this page as it is, also one that cannot be opened again."""
        self._axe("English")

    def looks(self) -> None:
        """axe on this page, as it is and in Arabic."""
        self.sees()
        self.speaks("ar")
        address = self.page.url
        if self.page.request.get(address).ok:
            self.page.goto(address)
            assert self.page.get_attribute("html", "dir") == "rtl"
            self._axe("Arabic")
        self.speaks("en")
        self.page.goto(address)

    def _axe(self, language: str) -> None:
        results = Axe().run(self.page)
        assert results.violations_count == 0, f"{self.page.url} in {language}:\n{results.generate_report()}"


@pytest.fixture
def visitor(browser, portal):
    people = []

    def come() -> Visitor:
        people.append(Visitor(browser, portal))
        return people[-1]

    yield come
    for person in people:
        person.context.close()
