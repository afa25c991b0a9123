"""Attacks on signing in: a session that somebody else chose, guessing, finding out who has an account."""

import re
import statistics
import time

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings as installed
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.core import clock
from chancery.records.accounts import actions
from chancery.records.accounts.models import User
from tests.portal import Portal

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN = "ada@example.org", "zoe@example.org"
PASSWORD = "correct horse battery"
SESSION = installed.SESSION_COOKIE_NAME


@pytest.fixture
def ada():
    return actions.open_account(KNOWN, name="Ada", password=PASSWORD)


def tries(client, email=KNOWN, password=PASSWORD, **headers):
    return client.post("/account/login/", {"login": email, "password": password}, headers=headers)


# Sessions


def test_a_session_that_somebody_else_chose_is_not_the_one_that_is_signed_in(ada):
    victim, attacker = Client(), Client()
    attacker.get("/account/login/")
    attacker.session["seen"] = True
    attacker.session.save()
    chosen = attacker.session.session_key
    victim.cookies[SESSION] = chosen
    tries(victim)
    assert victim.cookies[SESSION].value != chosen
    attacker.cookies[SESSION] = chosen
    assert attacker.get("/account/profile/").status_code == 302
    assert victim.get("/account/profile/").status_code == 200


def test_a_session_that_was_made_up_is_not_taken_over(ada):
    client = Client()
    client.cookies[SESSION] = "a" * 32
    tries(client)
    assert client.cookies[SESSION].value != "a" * 32


def test_who_signed_out_is_signed_out_on_the_server(ada):
    client = Client()
    tries(client)
    old = client.cookies[SESSION].value
    client.post("/account/logout/")
    again = Client()
    again.cookies[SESSION] = old
    assert again.get("/account/profile/").status_code == 302


def test_a_new_password_ends_every_other_session(ada):
    here, elsewhere = Client(), Client()
    tries(here)
    tries(elsewhere)
    words = {"oldpassword": PASSWORD, "password1": "another long horse", "password2": "another long horse"}
    here.post("/account/password/change/", words)
    assert elsewhere.get("/account/profile/").status_code == 302
    assert here.get("/account/profile/").status_code == 200


def test_a_closed_account_is_out_at_once(ada):
    client = Client()
    tries(client)
    actions.forget_person(ada, at=clock.now())
    assert client.get("/account/profile/").status_code == 302


def test_the_session_cookie_is_for_the_server_and_this_site_alone(ada):
    client = Client()
    tries(client)
    cookie = client.cookies[SESSION]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["domain"]
    assert not cookie["max-age"]  # it ends with the browser


def test_under_https_every_cookie_is_secure_and_bound_to_the_host(tmp_path):
    portal = Portal(tmp_path / "data", URL="https://office.example", HOSTS="office.example")
    code = (
        "import django; django.setup(); from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE, s.SESSION_COOKIE_NAME,"
        "s.CSRF_COOKIE_NAME, s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS)"
    )
    done = portal.command("-c", code)
    assert done.stdout.split() == [
        "True", "True", "True", "__Host-session", "__Host-csrf", "31536000", "True",
    ], done.stderr  # fmt: skip


# Passwords


@pytest.mark.parametrize(
    "password", [" Two  spaces and capitals ", "пароль из двадцати букв", "x7" * 50, "ünïcödé 🔑 key!"]
)
def test_a_password_is_taken_as_it_is_typed(password):
    """Any characters, at any length; a letter less, or another case, is another one."""
    client = Client()
    assert 'type="password"' in client.get("/account/login/").content.decode()
    assert 'autocomplete="current-password"' in client.get("/account/login/").content.decode()
    words = {"last_name": "Z", "email": "zoe@example.org", "password1": password}
    assert client.post("/account/signup/", words).status_code == 302
    user = User.objects.get(email="zoe@example.org")
    assert user.check_password(password)
    assert not any(user.check_password(other) for other in (password[:-1], password + " ", password.swapcase()))


def test_a_new_password_by_mail_does_not_pass_by_the_second_factor(ada, mailoutbox):
    user = User.objects.get(pk=ada)
    TOTP.activate(user, generate_totp_secret())
    uid, key = user_pk_to_url_str(user), default_token_generator.make_token(user)
    client = Client()
    page = client.get(f"/account/password/reset/key/{uid}-{key}/")["Location"]
    client.post(page, {"password1": "another long horse", "password2": "another long horse"})
    assert client.get("/account/profile/").status_code == 302
    assert tries(client, password="another long horse")["Location"].startswith("/account/2fa/authenticate/")
    assert client.get("/account/profile/").status_code == 302


# Guessing


def refused(client, count, **headers):
    """How many wrong passwords it took until no more were taken; 0 where they all were."""
    for step in range(1, count + 1):
        told = tries(client, password=f"wrong {step}", **headers).content.decode()
        if "too many" in told.lower():
            return step
    return 0


def test_after_some_wrong_passwords_no_more_are_taken_and_the_right_one_neither(ada):
    cache.clear()
    assert 0 < refused(Client(), 30) <= 11
    assert tries(Client()).status_code != 302


@pytest.mark.parametrize("proxy", [0, 1])
def test_a_forged_address_of_origin_wins_no_further_guesses(ada, settings, proxy):
    """Behind the office's proxy the last address counts, which the proxy wrote; without one, none of them."""
    cache.clear()
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxy
    taken = 0
    for step in range(40):
        forged = f"203.0.113.{step}, 198.51.100.7" if proxy else f"203.0.113.{step}"
        told = tries(Client(), email=f"nobody{step}@example.org", password="x" * 12, **{"X-Forwarded-For": forged})
        taken += told.status_code != 429
    assert 0 < taken < 40


def test_a_forged_address_of_origin_wins_no_further_questions_to_the_api(settings):
    cache.clear()
    settings.API_RATE = 5
    codes = [
        Client().get("/api/v1/offices", headers={"X-Forwarded-For": f"203.0.113.{step}"}).status_code
        for step in range(8)
    ]
    assert codes[-1] == 429


# Who has an account


def posted(address, **words):
    cache.clear()
    with transaction.atomic():
        client = Client()
        answer = client.post(address, words)
        told = client.get(answer["Location"]).content.decode() if answer.status_code == 302 else answer.content.decode()
        transaction.set_rollback(True)
    for one in (KNOWN, UNKNOWN):
        told = told.replace(one, "ADDRESS")
    return answer.status_code, answer.headers.get("Location"), without_marks(told)


def without_marks(text):
    changing = (
        r'csrfmiddlewaretoken" value="\w+"|X-CSRFToken": ?"\w+|\d{2}:\d{2}(:\d{2})?|key=[\w:-]+|confirm-email/[^"]+'
    )
    return re.sub(changing, "", text)


ASKED = {
    "sign in": ("/account/login/", "login", {"password": "wrong wrong wrong"}),
    "sign up": ("/account/signup/", "email", {"last_name": "Z", "password1": "orchard lantern seven"}),
    "reset": ("/account/password/reset/", "email", {}),
}


@pytest.mark.parametrize("what", ASKED)
def test_no_answer_tells_who_has_an_account(ada, what, settings):
    settings.DEMO = False  # a demonstration without e-mail shows the link on screen
    address, field, more = ASKED[what]
    assert posted(address, **{field: KNOWN}, **more) == posted(address, **{field: UNKNOWN}, **more)


class Counting(PBKDF2PasswordHasher):
    """The hasher of a real office, with few rounds, which counts how often it is asked."""

    iterations = 1_000
    asked = 0

    def encode(self, *arguments, **named):
        Counting.asked += 1
        return super().encode(*arguments, **named)


@pytest.mark.parametrize("what", ASKED)
def test_no_answer_costs_more_hashing_where_there_is_an_account(ada, what, settings):
    """Hashing a password takes a hundred times longer than all the rest: it is what a clock from outside would see."""
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    actions.open_account("eve@example.org", name="Eve", password=PASSWORD)
    address, field, more = ASKED[what]
    counts = []
    for email in ("eve@example.org", UNKNOWN):
        Counting.asked = 0
        posted(address, **{field: email}, **more)
        counts.append(Counting.asked)
    assert counts[0] == counts[1]


@pytest.mark.slow
@pytest.mark.parametrize("what", ASKED)
def test_no_clock_tells_who_has_an_account(ada, what, settings):
    """Thirty of each, in turns; the medians lie closer together than a third of one hashing. Measured up to four times.

    A machine that is busy blurs one series; a difference of one hashing would show in all of them.
    """
    settings.PASSWORD_HASHERS = ["tests.attacks.test_at_the_entrance.Slow"]
    actions.open_account("eve@example.org", name="Eve", password=PASSWORD)
    address, field, more = ASKED[what]
    hashing = statistics.median(timed(lambda: Slow().encode("x", "salt")) for _ in range(5))
    for _series in range(4):
        pairs = [
            (timed(lambda: posted(address, **{field: "eve@example.org"}, **more)),
             timed(lambda: posted(address, **{field: UNKNOWN}, **more)))
            for _ in range(15)
        ]  # fmt: skip
        known, unknown = (statistics.median(side) for side in zip(*pairs, strict=True))
        if abs(known - unknown) < hashing / 3:
            return
    pytest.fail(f"{what}: {known:.3f} s where there is an account, {unknown:.3f} s where there is none")


class Slow(PBKDF2PasswordHasher):
    iterations = 150_000


def timed(act):
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@pytest.mark.parametrize("kind", ["member", "delegation", "staff"])
def test_an_invitation_does_the_same_whether_there_is_an_account_or_not(ada, kind):
    """The same statements reach the store, one by one: nobody's account is looked up."""
    boss = actions.open_account("boss@example.org", name="Boss", password=PASSWORD)
    actions.grant(boss, role="operator", by=None, at=clock.now())
    firm = actions.found("Firm", by=boss, at=clock.now())
    acts = {
        "member": lambda email: actions.invite(firm, email, by=boss, at=clock.now()),
        "delegation": lambda email: actions.offer(email, by=boss, at=clock.now()),
        "staff": lambda email: actions.invite_staff(email, role="officer", by=boss, at=clock.now()),
    }
    told = []
    for email in (KNOWN, UNKNOWN):
        with transaction.atomic():
            with CaptureQueriesContext(connection) as asked:
                acts[kind](email)
            transaction.set_rollback(True)
        statements = [one["sql"].partition("VALUES")[0].partition("WHERE")[0] for one in asked]
        told.append([one for one in statements if "SAVEPOINT" not in one])
    assert told[0] == told[1]
    assert not any("accounts_user" in one and "email" in one and "UPPER" in one for one in told[0])


@pytest.mark.django_db
def test_what_is_asked_for_smuggles_no_line_into_the_log(client, caplog):
    with caplog.at_level("WARNING"):
        client.get("/nothing%0d%0aERROR chancery the%20office%20is%20closed/")
        client.post("/account/login/%0a", {"login": "x\nERROR chancery", "password": "y"})
    assert caplog.records
    for record in caplog.records:
        assert not {"\r", "\n"} & set(record.getMessage()), record.getMessage()


def test_no_address_is_added_or_removed_by_whoever_finds_the_browser_open(ada, client):
    EmailAddress.objects.create(user_id=ada, email="second@example.org", verified=True)
    client.force_login(User.objects.get(pk=ada))
    for act, email in (("action_remove", "second@example.org"), ("action_add", "eve@example.org")):
        answer = client.post("/account/email/", {act: "", "email": email})
        assert "reauthenticate" in answer["Location"], act
    assert set(EmailAddress.objects.filter(user_id=ada).values_list("email", flat=True)) >= {"second@example.org"}
    assert not EmailAddress.objects.filter(email="eve@example.org").exists()
