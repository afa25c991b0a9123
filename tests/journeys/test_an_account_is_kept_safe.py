"""A person keeps their account safe: a passkey, an app, recovery codes, sessions; every page in English and Arabic."""

import re
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from chancery.records.privacy import receipt

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

PASSWORD = "orchard lantern seven"


def opens_an_account(person, email):
    person.opens("/account/signup/")
    person.looks()
    page = person.page
    page.fill("[name=first_name]", "Amara")
    page.fill("[name=last_name]", "Diallo")
    page.fill("[name=email]", email)
    page.fill("[name=password1]", PASSWORD)
    person.presses("Open an account")
    person.looks()
    person.follows("Confirm my address")
    person.looks()
    person.presses("Yes, confirm it")
    if "/login/" in page.url:
        signs_in(person, email)
    return person


def signs_in(person, email, password=PASSWORD):
    person.opens("/account/login/")
    person.page.fill("input[name=login]", email)
    person.page.fill("input[name=password]", password)
    person.presses(re.compile("^Sign in$"))


def signs_out(person):
    person.opens("/account/logout/")
    person.page.locator("main").get_by_role("button", name="Sign out").click()
    person.page.wait_for_load_state()


def confirms(person):
    """The password again, where a step asks for it."""
    if "/reauthenticate/" in person.page.url:
        person.looks()
        person.page.fill("input[name=password]", PASSWORD)
        person.presses("Confirm")


def has_a_key(person):
    """A virtual authenticator in the browser: it says yes to everything."""
    devtools = person.context.new_cdp_session(person.page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def is_signed_in(person):
    person.opens("/account/profile/")
    return urlsplit(person.page.url).path == "/account/profile/"


def test_a_passkey_is_added_and_signs_in_alone(visitor):
    amara = opens_an_account(visitor(), "amara.key@example.org")
    amara.opens("/account/2fa/")
    amara.looks()
    amara.follows("Add a passkey")
    confirms(amara)
    amara.looks()
    has_a_key(amara)
    amara.page.fill("[name=name]", "My telephone")
    amara.presses("Add the passkey")
    amara.page.wait_for_url(re.compile("recovery-codes|webauthn/$"))
    amara.looks()
    amara.opens("/account/2fa/webauthn/")
    amara.looks()
    assert "My telephone" in amara.text
    amara.follows("Rename My telephone")
    amara.looks()
    amara.opens("/account/2fa/webauthn/")
    amara.follows("Remove My telephone")
    amara.looks()

    signs_out(amara)
    amara.opens("/account/login/")
    amara.looks()
    amara.presses("Sign in with a passkey")
    amara.page.wait_for_url(lambda address: "/login/" not in address)
    assert is_signed_in(amara)
    assert amara.troubles == []


def test_an_app_and_recovery_codes_are_the_second_step(visitor):
    amara = opens_an_account(visitor(), "amara.app@example.org")
    amara.opens("/account/2fa/totp/activate/")
    confirms(amara)
    amara.looks()
    secret = amara.page.input_value("#authenticator_secret")
    amara.page.fill("[name=code]", code_of(secret))
    amara.presses("Use the app from now on")
    amara.looks()
    codes = amara.page.input_value("#recovery_codes").split()
    assert len(codes) == 10
    assert amara.takes("Download the codes").decode().split() == codes

    signs_out(amara)
    signs_in(amara, "amara.app@example.org")
    amara.looks()
    amara.page.fill("[name=code]", "000000")
    amara.presses(re.compile("^Sign in$"))
    assert amara.page.locator(".errors, .errorlist").first.is_visible()
    waits_for_another_code(amara, secret)
    assert is_signed_in(amara)

    signs_out(amara)
    signs_in(amara, "amara.app@example.org")
    amara.page.fill("[name=code]", codes[0])
    amara.presses(re.compile("^Sign in$"))
    assert is_signed_in(amara)
    amara.opens("/account/2fa/")
    amara.looks()
    assert "9 codes are left" in amara.text

    signs_out(amara)
    signs_in(amara, "amara.app@example.org")
    amara.page.fill("[name=code]", codes[0])  # used already
    amara.presses(re.compile("^Sign in$"))
    assert not is_signed_in(amara)


def waits_for_another_code(person, secret):
    """A code works once: the one that set the app up is not taken again, so wait for the next."""
    used = code_of(secret)
    while True:
        person.page.fill("[name=code]", code_of(secret))
        person.presses(re.compile("^Sign in$"))
        if "/authenticate/" not in person.page.url:
            return
        while code_of(secret) == used:
            time.sleep(1)
        used = code_of(secret)


def test_another_session_is_seen_and_ended(visitor):
    amara = opens_an_account(visitor(), "amara.here@example.org")
    elsewhere = visitor()
    signs_in(elsewhere, "amara.here@example.org")
    assert is_signed_in(elsewhere)
    amara.opens("/account/sessions/")
    amara.looks()
    assert amara.page.locator("main tbody tr").count() == 2
    amara.presses(re.compile("End the session with"))
    assert amara.page.locator("main tbody tr").count() == 1
    assert not is_signed_in(elsewhere)
    assert is_signed_in(amara)


@pytest.mark.parametrize(
    "address",
    [
        "/account/profile/",
        "/account/email/",
        "/account/password/change/",
        "/account/tokens/",
        "/account/organisations/",
        "/account/history/",
        "/account/invitation/",
    ],
)
def test_every_page_of_an_account_can_be_read_by_everyone(visitor, address):
    amina = visitor().signs_in("applicant")
    amina.opens(address)
    amina.looks()


def test_every_page_at_the_entrance_can_be_read_by_everyone(visitor):
    stranger = visitor()
    for address in ("/account/password/reset/", "/account/password/reset/done/", "/account/inactive/"):
        stranger.opens(address)
        stranger.looks()
    stranger.opens("/account/password/reset/key/1-set-password/")
    stranger.looks()
    stranger.opens("/account/confirm-email/no-such-key/")
    stranger.looks()


def test_an_organisation_is_founded_and_somebody_invited(visitor):
    amara = opens_an_account(visitor(), "amara.firm@example.org")
    amara.opens("/account/organisations/")
    amara.page.get_by_text("Add an organisation").click()
    amara.page.locator("form:has([value=found]) [name=name]").fill("Diallo & Partners")
    amara.presses("Add the organisation")
    amara.looks()
    amara.page.get_by_text("Invite somebody").click()
    amara.page.locator("form:has([value=invite]) [name=email]").fill("bintou.firm@example.org")
    amara.presses(re.compile("^Invite$"))
    link = amara.page.locator(".proof code").inner_text()
    assert link.startswith("http://localhost")
    bintou = opens_an_account(visitor(), "bintou.firm@example.org")
    bintou.opens(re.search("/account/invitation/.*", link)[0])
    bintou.looks()
    bintou.presses("Accept")
    assert "Diallo & Partners" in bintou.text
    bintou.looks()
    amara.opens("/account/history/")
    amara.looks()


def test_an_account_is_closed_and_erased_and_the_receipt_is_the_offices(visitor, portal):
    amara = opens_an_account(visitor(), "amara.gone@example.org")
    amara.opens("/privacy/rights/")
    amara.looks()
    amara.follows("Read it all")
    amara.looks()
    amara.opens("/privacy/rights/")
    amara.follows("Close and erase")
    confirms(amara)
    amara.looks()
    amara.page.check("[name=sure]")
    amara.presses("Close and erase")
    amara.page.wait_for_url(re.compile("/privacy/receipts/"))
    amara.looks()
    note = amara.takes("Download the receipt").decode()
    assert "found nowhere" in note
    key = portal.reached("/register/log/key").body.decode().strip()
    assert receipt.is_genuine(note, key)
    assert not receipt.is_genuine(note.replace("found nowhere", "found"), key)
    signs_in(amara, "amara.gone@example.org")
    assert not is_signed_in(amara)
