"""What somebody types is text: never markup on a page, a header of a letter, a statement of the store, or a path."""

import re
from email.message import Message

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from chancery.core import clock, follow
from chancery.records.accounts import actions as accounts
from chancery.records.accounts import invitations
from chancery.records.accounts.models import User
from chancery.records.documents.tests import samples
from chancery.services.filing import actions as drafts
from chancery.site.wiring import FOLLOWERS
from chancery.standards import st26
from tests import unpublished
from tests.addresses import places
from tests.attacks.test_through_the_browser import opened, signed_in

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}%s{0}"
SHORT = {"telephone": "<script>alert(1)</script>"}
"""Where a field takes fewer characters."""

RAW = re.compile(r"<script>alert|<img src=x", re.IGNORECASE)
TYPED = {
    "FILE": ("title", "applicant", "address", "telephone", "remark", "letter", "observation"),
    "DRAFT": ("draft", "co-applicant"),
    "QUESTION": ("question",),
    "NOTE": ("note",),
    "PERSON": ("organisation", "group", "claim", "elsewhere"),
}
"""Every field of the world of one application that somebody types. A name of fewer letters keeps its field's length."""


@pytest.fixture
def marked(settings, monkeypatch, db):
    """The world of one application in which every text is markup."""
    settings.API_RATE = settings.API_RATE_SIGNED_IN = 10**9
    for table, names in TYPED.items():
        for name in names:
            monkeypatch.setitem(
                getattr(unpublished, table), name, getattr(unpublished, table)[name] + SHORT.get(name, MARKUP)
            )
    return unpublished.made()


@pytest.mark.slow
def test_what_is_typed_is_never_markup_on_any_page(marked):
    """On every page, as each of those who see it. And it is seen: escaped, so that the test would notice."""
    raw, seen = [], 0
    addresses = list({place.route: place for place in places(marked)}.values())
    for name in ("Ada", "Otto", "Petra", "Oscar"):
        client = signed_in(marked, name)
        for place in addresses:
            answer = opened(client, place.there)
            if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
                continue
            text = answer.content.decode()
            seen += text.count("&lt;script&gt;alert(1)")
            if RAW.search(text):
                raw.append(f"{name} {place.route}")
            if "Quixolatch" + MARKUP.replace("{{7*7}}", "49") in text:
                raw.append(f"{name} {place.route}: a template was run")
    assert raw == []
    assert seen > 50


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nobody", "Ada", "Oscar"])
def test_what_stands_in_an_address_is_never_markup(world, addresses, name):
    """Reflected: every parameter that pages read, with markup in it."""
    client = Client() if name == "nobody" else signed_in(world, name)
    query = dict.fromkeys(
        ("q", "number", "code", "next", "name", "title", "about", "role", "page", "sort", "week"), MARKUP
    )
    raw = []
    for place in addresses:
        answer = opened(client, place.there, data=query)
        if (
            not answer.streaming
            and "html" in answer.headers.get("Content-Type", "")
            and RAW.search(answer.content.decode())
        ):
            raw.append(place.route)
        if answer.status_code >= 500:
            raw.append(f"{place.route}: {answer.status_code}")
    assert raw == []


LINE = "Acme\r\nBcc: evil@example.org\r\n\r\n<b>x</b>"


def test_what_is_typed_adds_no_header_to_a_letter(settings, mailoutbox):
    """A line break in a name does not begin another header, nor the body of the letter."""
    settings.SMTP = {"EMAIL_HOST": "localhost"}
    boss = accounts.open_account("boss@example.org", name="Boss", password="correct horse")
    User.objects.filter(pk=boss).update(name=LINE)
    firm = accounts.found(LINE, by=boss, at=clock.now())
    client = Client()
    client.force_login(get_user_model().objects.get(pk=boss))
    client.post(f"/account/organisations/{firm}/", {"act": "invite", "email": "ann@example.org", "role": "member"})
    for follower in FOLLOWERS:
        if isinstance(follower, follow.Outward):
            follow.deliver_due(follower, at=clock.now())
    client.post("/account/password/reset/", {"email": "boss@example.org"})
    for letter in mailoutbox or mail.outbox:
        message = letter.message()
        assert "Bcc" not in message
        assert "\n" not in str(message["Subject"])
        assert letter.recipients() in (["ann@example.org"], ["boss@example.org"])


@pytest.mark.parametrize(
    "email", ["a@example.org\r\nBcc: evil@example.org", "a@example.org,evil@example.org", "<a@example.org> evil"]
)
def test_an_address_is_one_address(email):
    boss = accounts.open_account("boss@example.org", name="Boss", password="correct horse")
    firm = accounts.found("Firm", by=boss, at=clock.now())
    client = Client()
    client.force_login(get_user_model().objects.get(pk=boss))
    client.post(f"/account/organisations/{firm}/", {"act": "invite", "email": email, "role": "member"})
    assert all("evil" not in one.email for one in invitations.invitations_to(firm, at=clock.now()))


STATEMENTS = (
    "'; DROP TABLE accounts_user; --",
    '" OR 1=1 --',
    "%' OR '1'='1",
    "\\",
    "%",
    "_",
    "x\x00y",
    "(((((",
    "a" * 5000,
)


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_is_typed_into_a_search_is_looked_for_and_never_run(world, text):
    oscar, ada, otto = (signed_in(world, name) for name in ("Oscar", "Ada", "Otto"))
    people = User.objects.count()
    for client, address in (
        (oscar, "/account/people/"),
        (ada, "/inbox/"),
        (ada, "/filing/"),
        (ada, "/docket/"),
        (otto, "/contact/desk/"),
        (otto, "/desk/"),
        (ada, "/search/"),
        (ada, "/search/patents/"),
    ):
        assert opened(client, address, data={"q": text}).status_code < 500, address
    assert User.objects.count() == people


@pytest.mark.parametrize("wild", ["%", "_", "%@%", "ada%zeder"])
def test_a_wild_card_of_the_store_is_a_letter_like_any_other(world, wild):
    assert (
        "ada.zeder@firma.example"
        not in opened(signed_in(world, "Oscar"), "/account/people/", data={"q": wild}).content.decode()
    )


@pytest.mark.parametrize(
    "name",
    [
        'a"\r\nX-Evil: 1\r\n.pdf',
        "../../etc/passwd.pdf",
        "a\\b/c.pdf",
        '";filename="evil.exe".pdf',
        "a\u202efdp.exe.pdf",
    ],
)
def test_a_file_name_adds_no_header(name):
    ada = accounts.open_account("ada@example.org", name="Ada", password="correct horse")
    draft = drafts.start(by=ada, at=clock.now())
    drafts.attach(draft, kind="description", data=samples.pdf(), name=name, by=ada, at=clock.now())
    client = Client()
    client.force_login(get_user_model().objects.get(pk=ada))
    answer = client.get(f"/filing/drafts/{draft}/files/description/")
    assert answer.status_code == 200
    assert "X-Evil" not in answer.headers
    told = Message()
    told["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
    assert not set("\r\n/") & set(str(told["Content-Disposition"]).replace("\\/", ""))
    assert told.get_filename("").rstrip().endswith(".pdf")


BOMB = '<!DOCTYPE x [<!ENTITY a "{0}">' + "".join(
    f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB.format("boom" * 10) + "]><x>&i;</x>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd"><x/>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;]><x/>',
    ],
)
def test_an_xml_file_fetches_nothing_and_does_not_grow(text, monkeypatch):
    """The only XML that is taken, a sequence listing: entities and what lies elsewhere are refused."""

    def no_network(*_arguments, **_named):
        pytest.fail("somebody opened a connection")

    monkeypatch.setattr("socket.socket.connect", no_network)
    with pytest.raises(st26.NotAListing):
        st26.read(text.encode())
