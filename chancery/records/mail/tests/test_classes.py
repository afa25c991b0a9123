"""Classes of mail: fixed in code, on every mail; optional ones say how they are stopped, mandatory ones never do."""

import ast
import hashlib
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

import chancery
from chancery.records.accounts import actions as accounts
from chancery.records.mail import actions
from chancery.records.mail.classes import CLASSES, MANDATORY, OPTIONAL
from chancery.records.mail.models import Note
from chancery.site.wiring import SENDERS

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUSE = Path(chancery.__file__).parent
DOORS = frozenset({"tell", "tell_address", "send_note"})
MAKERS = frozenset({"EmailMessage", "EmailMultiAlternatives", "send_mail", "send_mass_mail", "mail_admins"})
ALLOWED = {"records/mail/post.py": {"EmailMessage"}, "records/accounts/adapter.py": {"send_mail"}}
PASSING_ON = "records/mail/telling.py"
"""The door itself hands on the class that it is given."""

TEXTS = {
    "reminder": (1, "7301efb6"),
    "digest": (1, "a9d232a6"),
    "status": (1, "f3537d72"),
    "watched": (1, "6cfa4ba8"),
    "alert": (1, "b14f2426"),
    "newsletter": (1, "c7565d11"),
    "survey": (1, "049bf3dc"),
    "promotion": (1, "d7ea6fe2"),
    "event": (1, "73d3eaaf"),
    "webinar": (1, "09377c97"),
    "publication": (1, "548d440d"),
}


def sent(smtp):
    actions.send_due(at=AT)
    return [message_from_bytes(raw, policy=policy.default) for raw in smtp.taken]


@pytest.fixture
def alice(transactional_db):
    return accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")


def write(kind, to="alice@example.org"):
    return actions.send_note(to, kind=kind, about="x", subject="Something", body="Read it.", at=AT)


@pytest.mark.parametrize("kind", [one.key for one in MANDATORY])
def test_mandatory_mail_goes_out_at_once_and_says_no_way_out(smtp, alice, kind):
    actions.stop_all(user=alice, how="test", at=AT)
    actions.choose_rhythm("weekly", by=alice, at=AT)
    assert write(kind)
    [mail] = sent(smtp)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert not [name for name in mail if name.startswith("List-")]
    assert "without signing in" not in mail.get_content()


@pytest.mark.parametrize("kind", [one.key for one in OPTIONAL])
@pytest.mark.parametrize("to", ["alice@example.org", "nobody@example.org"])
def test_optional_mail_goes_to_whoever_wants_it_and_says_the_way_out(smtp, alice, kind, to, client):
    assert write(kind, to) is CLASSES[kind].at_first
    Note.objects.all().delete()
    actions.switch(kind, on=True, email=to, how="test", at=AT)
    assert write(kind, to)
    [mail] = sent(smtp)
    way_out = mail["List-Unsubscribe"].strip(" <>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Id"] == f"<{kind}.localhost>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert way_out in mail.get_content()
    assert to.partition("@")[0] not in way_out
    assert client.get(way_out.removeprefix("http://localhost:8000")).status_code == 200


def test_somebody_who_has_had_enough_gets_nothing_that_was_on_its_way(smtp, alice):
    assert write("reminder")
    actions.switch("reminder", on=False, user=alice, how="test", at=AT)
    assert sent(smtp) == []
    assert (Note.objects.get().state, Note.objects.get().body) == ("kept", "")


def test_whoever_opens_an_account_keeps_the_word_given_for_the_address(transactional_db):
    actions.switch("newsletter", on=True, email="cy@example.org", how="test", at=AT)
    actions.switch("reminder", on=False, email="cy@example.org", how="test", at=AT)
    cy = accounts.open_account("cy@example.org", name="Cy Young", password="correct horse")
    from chancery.records.mail import queries

    assert queries.wanted("newsletter", user=cy)
    assert not queries.wanted("reminder", user=cy)


# The house itself


def calls(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", "")), ast.unparse(node.func)


def ours():
    for path in sorted(HOUSE.rglob("*.py")):
        name = path.relative_to(HOUSE).as_posix()
        if "/tests/" not in name and "/migrations/" not in name:
            yield name, path


def is_door(name, called, function):
    by_name = "settings.TELL" in called or "settings.SEND_NOTE" in called
    own = name.startswith("records/mail/") and name != PASSING_ON and called in DOORS
    return by_name or own or (function in DOORS and called.partition(".")[0] in {"mail", "mail_actions"})


def kinds_sent():
    """Every call of the door in the house: where it is, and which class it names."""
    found = []
    for name, path in ours():
        for node, function, called in calls(path):
            if is_door(name, called, function):
                said = [one.value for one in node.keywords if one.arg == "kind"]
                words = [one.value for kind in said for one in ast.walk(kind) if isinstance(one, ast.Constant)]
                found += [(name, word) for word in words or [None]]
    return found


def test_whoever_writes_names_a_class():
    found = kinds_sent()
    assert len(found) >= 6
    assert [one for one in found if one[1] not in CLASSES] == []


def test_nobody_sends_mail_past_the_door():
    for name, path in ours():
        past = {function for _node, function, _called in calls(path)} & MAKERS
        assert past <= ALLOWED.get(name, set()), name


def test_the_senders_are_listed_with_what_they_send():
    listed = {(f"{one.service}/", kind) for one in SENDERS for kind in one.kinds}
    unlisted = [
        (name, kind) for name, kind in kinds_sent() if not any(room in name and kind == one for room, one in listed)
    ]
    assert unlisted == []


def test_another_text_has_another_version():
    """A yes is a yes to words. Whoever changes the words raises the version, and writes the new digest here."""
    digests = {
        one.key: (one.version, hashlib.sha256(f"{one.label}. {one.line}".encode()).hexdigest()[:8]) for one in OPTIONAL
    }
    assert digests == TEXTS
