"""What somebody else's page can do to a person who is signed in here: nothing. Every address is asked."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.addresses import API
from tests.house.test_access import views

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

EVIL = "evil.example"
NEXT = ("next", "redirect", "return", "url", "post_logout_redirect_uri", "redirect_uri")
ELSEWHERE = (f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}/", f"https:{EVIL}", "javascript:alert(1)", f"\t//{EVIL}/")

WITHOUT_MARK = {
    "language/": "a choice of six words; refused where the browser says that another site sent it",
    "theme/": "a choice of two words; likewise",
    "analytics/stay": "counts seconds, and reads no cookie",
    "inbox/stop/<str:token>/": "one click out of a mailing list, by the secret in the mail (RFC 8058)",
    "signon/authorize": "another service asks; what it gets is agreed on a page of ours that has the mark",
    "signon/token": "another service's server, with its own secret",
    "signon/userinfo": "with an access token",
    "signon/revoke": "another service's server, with its own secret",
    "signon/logout": "another service asks to sign out; asked for on a page of ours, or proven by its ID token",
}
"""Addresses that take a form without the mark of our own pages, and why nobody can be harmed by it. The API reads no
cookie at all."""


def opened(client, address, verb="get", data=None, **headers):
    """The answer; what the opening changed is taken back."""
    cache.clear()
    with transaction.atomic():
        answer = getattr(client, verb)(address, data, headers=headers)
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.set_rollback(True)
    return answer


def signed_in(world, name, **how):
    client = Client(**how)
    client.force_login(get_user_model().objects.get(pk=world.people[name]))
    return client


def exempt() -> set[str]:
    return {route for route, view in views() if getattr(view, "csrf_exempt", False)}


def test_a_form_that_another_site_sends_is_refused_at_every_address(world, addresses):
    """Without the mark that our own pages put into every form (CSRF); signed in, so that it would be taken."""
    client = signed_in(world, "Ada", enforce_csrf_checks=True)
    taken = []
    for place in addresses:
        if place.route in exempt():
            continue
        answer = opened(client, place.there, "post")
        if answer.status_code != 403:
            taken.append(f"{place.route}: {answer.status_code}")
    assert taken == []


def test_what_takes_forms_without_the_mark_reads_no_cookie_or_is_declared():
    assert {route for route in exempt() if not route.startswith("api/")} == set(WITHOUT_MARK)


@pytest.mark.parametrize("address", ["/language/", "/theme/"])
def test_a_choice_that_another_site_sends_is_not_remembered(client, address):
    posted = {"language": "fr", "theme": "dark"}
    assert client.post(address, posted).cookies
    assert not client.post(address, posted, headers={"Sec-Fetch-Site": "cross-site"}).cookies


def test_a_session_cookie_opens_nothing_in_the_api(world, addresses):
    """Else another site could call it in a person's name."""
    client = signed_in(world, "Ada")
    closed = [f"/api/v1/filing/drafts/{world.draft}", f"/api/v1/register/{world.address}"]
    for address in closed:
        assert opened(client, address).status_code in (401, 404), address


@pytest.mark.parametrize("name", ["Ada", "Oscar"])
def test_no_page_can_be_put_into_a_frame_or_read_as_something_else(world, addresses, name):
    client, wrong = signed_in(world, name), []
    for place in addresses:
        answer = opened(client, place.there)
        policy = answer.headers.get("Content-Security-Policy", "")
        pdf = answer.headers.get("Content-Type", "").startswith("application/pdf")
        if answer.headers.get("X-Frame-Options") != "DENY":
            wrong.append(f"{place.route}: may be framed")
        if not pdf and not ("frame-ancestors 'none'" in policy and "base-uri 'none'" in policy):
            wrong.append(f"{place.route}: {policy or 'no content security policy'}")
        if "unsafe" in policy and not pdf:  # the browser's own viewer styles a PDF
            wrong.append(f"{place.route}: {policy}")
        if answer.headers.get("X-Content-Type-Options") != "nosniff":
            wrong.append(f"{place.route}: may be sniffed")
        if answer.headers.get("Referrer-Policy") != "same-origin":
            wrong.append(f"{place.route}: tells others where one comes from")
    assert wrong == []


@pytest.mark.parametrize("name", ["nobody", "Ada"])
def test_no_address_sends_anybody_to_another_site(world, addresses, name):
    client, sent = (signed_in(world, name) if name != "nobody" else Client()), []
    for place in addresses:
        if place.there.startswith(API):
            continue
        for verb in ("get", "post"):
            answer = opened(client, place.there, verb, dict(zip(NEXT, ELSEWHERE, strict=True)))
            if leads_away(answer.headers.get("Location", "")):
                sent.append(f"{verb} {place.route}: {answer['Location']}")
    assert sent == []


def leads_away(to: str) -> bool:
    return bool(to) and (not to.startswith(("/", "?", "http://testserver/")) or to.startswith(("//", "/\\")))


@pytest.mark.parametrize("evil", ELSEWHERE)
@pytest.mark.parametrize("address", ["/account/login/", "/account/reauthenticate/", "/account/logout/"])
def test_signing_in_and_out_leads_nowhere_else(world, address, evil):
    client = Client() if "login" in address else signed_in(world, "Ada")
    posted = {"login": "ada.zeder@firma.example", "password": "long enough", "next": evil}
    answer = opened(client, f"{address}?next={evil}", "post", posted)
    assert answer.status_code == 302
    assert not leads_away(answer["Location"]), answer["Location"]


def test_a_host_that_is_not_ours_is_answered_nowhere(world, addresses):
    client = Client()
    for place in addresses:
        answer = opened(client, place.there, Host=EVIL)
        assert answer.status_code == 400, place.route
        assert EVIL not in answer.content.decode()


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-Host", "X-Forwarded-Server"])
def test_no_header_moves_the_links_in_a_letter_to_another_host(world, mailoutbox, header):
    Client().post("/account/password/reset/", {"email": "ada.zeder@firma.example"}, headers={header: f"host={EVIL}"})
    assert mailoutbox
    assert all(EVIL not in letter.body for letter in mailoutbox)


def test_nothing_of_a_signed_in_person_is_kept_by_a_cache(world, addresses):
    """No page for signed-in people may be kept: not by a proxy, not by a browser that others use too.

    A file of many megabytes may be kept by the person's own browser, which asks each time whether it still may show it.
    """
    client, kept = signed_in(world, "Ada"), []
    marks = {route: getattr(view, "access", "") for route, view in views()}
    for place in addresses:
        answer = opened(client, place.there)
        if marks[place.route] == "public" or place.there.startswith(API) or answer.status_code != 200:
            continue
        said = answer.headers.get("Cache-Control", "")
        is_page = "html" in answer.headers.get("Content-Type", "")
        if "no-store" not in said and (is_page or said != "private, no-cache"):
            kept.append(f"{place.route}: {said}")
    assert kept == []


def test_a_public_page_names_its_reader_to_no_cache(world):
    client = signed_in(world, "Ada")
    answer = client.get("/")
    assert "no-store" in answer["Cache-Control"]
    assert "no-store" not in Client().get("/").headers.get("Cache-Control", "")


def test_signing_out_empties_what_the_browser_kept(world):
    answer = opened(signed_in(world, "Ada"), "/account/logout/", "post")
    assert answer["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize(
    "address", ["/", "/account/login/", "/account/profile/", "/desk/", "/api/v1/offices", "/healthz"]
)
def test_no_page_answers_trace(world, address):
    """TRACE would send back what a browser sent, cookies included."""
    assert signed_in(world, "Oscar").trace(address).status_code in (302, 403, 404, 405)
