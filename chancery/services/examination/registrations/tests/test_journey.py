"""Olga at a real browser: a file of each system is examined, told of, registered, published, refused and let go."""

import os
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from chancery.core import clock
from chancery.records.register import actions as register
from chancery.records.register import events, queries
from chancery.services.examination.registrations import actions, issues
from chancery.services.examination.registrations.tests.conftest import APPLIED, AT, file_of, settle, state_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = "chancery.services.examination.registrations"
PARTIES = {"madrid": "JP", "hague": "GB", "lisbon": "PE"}
KEPT = os.environ.get("CHANCERY_SHOTS", "")
"""A folder for pictures of the pages, where somebody wants to look at them."""


@pytest.fixture
def moments(monkeypatch):
    moments = [AT]
    for module in ("views", "issue_views"):
        monkeypatch.setattr(f"{PAGES}.{module}.now", lambda: moments[-1])
        monkeypatch.setattr(f"{PAGES}.{module}.today", lambda: clock.local_day(moments[-1]))
    return moments


class Olga:
    """The officer at her browser. Every page that she looks at is checked by axe, in English and in Arabic."""

    def __init__(self, page, url, moments):
        self.page, self.url, self.moments = page, url, moments

    def opens(self, name, *more, query=""):
        self.page.goto(self.url + reverse(f"examination:{name}", args=more) + query)

    def looks(self, name):
        """Nothing on the page is in anybody's way, read from the left or from the right."""
        for language in ("ar", "en"):
            self.page.context.add_cookies([{"name": "language", "value": language, "url": self.url}])
            answer = self.page.reload()
            assert answer.status < 400, f"{name} in {language}: {answer.status}"
            assert self.page.locator("html").get_attribute("lang") == language
            found = Axe().run(self.page)
            assert found.violations_count == 0, f"{name} in {language}: {found.generate_report()}"
            if KEPT:
                self.page.screenshot(path=f"{KEPT}/{name}-{language}.png", full_page=True)

    def does(self, number, key, button, fill=None):
        """Open an act, look at its page, write it down, and enter it."""
        address = queries.in_address(number)
        self.opens("registration-act", address, key)
        self.looks(f"{number[:6]}-{key}".replace("/", ""))
        if fill:
            fill(self.page)
        self.page.get_by_role("button", name=button).click()
        self.page.wait_for_url(f"**{reverse('examination:registration', args=[address])}")
        settle(self.moments[-1])


@pytest.fixture
def olga(live_server, cast, moments, browser):
    session = Client()
    session.force_login(get_user_model().objects.get(pk=cast.officer))
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    cookies = [{"name": name, "value": one.value, "url": live_server.url} for name, one in session.cookies.items()]
    context.add_cookies(cookies)
    yield Olga(context.new_page(), live_server.url, moments)
    context.close()


@pytest.fixture
def appears(olga, cast, moments):
    """The day of the issue comes; Olga looks at it, and the publisher publishes."""

    def appears(number):
        system = file_of(number).system.key
        on = issues.next_issue(system, AT.date()).on
        moments.append(datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
        olga.opens("registration-issue", system)
        olga.looks(f"{system}-issue")
        actions.publish(system, on, numbers=[number], by=cast.publisher, at=moments[-1])
        settle(moments[-1])
        return on

    return appears


def answers(number):
    """The applicant has sent what was missing."""
    application = APPLIED[file_of(number).system.key][0]
    event = events.IrregularityRemedied(notice=1, received_on=AT.date().isoformat(), application=application)
    register.enter(number, event, after=file_of(number).version, at=AT)
    settle(AT)


@pytest.mark.parametrize("system", APPLIED)
def test_a_file_goes_over_the_desk(system, olga, present, appears):
    number = present(system)
    olga.opens("registrations", query=f"?system={system}")
    olga.looks(f"{system}-desk")
    if system == "madrid":
        olga.does(number, "certify", "Certify and send", certifies)
    olga.does(number, "notice", "Send the notices", tells)
    olga.looks(f"{system}-irregular")
    answers(number)
    olga.does(number, "register", "Enter the registration")
    if system == "hague":
        on = appears(number)  # it is the publication that is sent to the Offices
        olga.does(number, "notify", "Enter the notification")
    else:
        olga.does(number, "notify", "Enter the notification")
        on = appears(number)
    olga.does(number, "refuse", "Enter the statement", REFUSES[system])
    assert state_in(number, PARTIES[system], on=on) <= {"provisionally_refused", "refused"}
    olga.looks(f"{system}-refused")
    olga.does(number, LETS_GO[system], "Enter the statement", chooses(system))
    assert state_in(number, PARTIES[system], on=on) == {"protected"}


def certifies(page):
    for name in ("same_applicant", "same_indications", "same_mark", "goods_covered"):
        page.check(f"input[name={name}]")


def tells(page):
    page.fill("textarea[name=message]", "The address is not complete.")
    page.locator("input[name=rule]").first.check()


def chooses(system):
    return lambda page: page.select_option("select[name=office]", PARTIES[system])


def refuses(system):
    def refuses(page):
        chooses(system)(page)
        page.fill("input[name=ground1_provision]", "Art. 4(1)(11)")
        page.fill("textarea[name=ground1_text]", "Confusion with an earlier right.")
        if system != "lisbon":
            page.fill("input[name=answer_until]", "2027-12-01")

    return refuses


REFUSES = {system: refuses(system) for system in APPLIED}
LETS_GO = {"madrid": "grant_after_refusal", "hague": "withdraw_refusal", "lisbon": "withdraw_refusal"}
