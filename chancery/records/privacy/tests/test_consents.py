"""The ledger of consents: the last word counts, nothing is said twice, what was changed shows, the erased are out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chancery.records.accounts import actions as accounts
from chancery.records.privacy import actions, queries
from chancery.records.privacy.consents import Shown, Who
from chancery.records.privacy.models import Consent, ConsentHead, ConsentText

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PURPOSE = "mail.newsletter"
SHOWN = Shown(words="What is new at the office, once a month.", version=1, language="en")
BO = Who(email="Bo@example.org")


@pytest.fixture
def alice(db):
    return Who(user=accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse"))


def yes(who, *, purpose=PURPOSE, shown=SHOWN, at=AT):
    return actions.give_consent(purpose, who=who, shown=shown, how="on a page", at=at)


def no(who, *, purpose=PURPOSE, at=AT):
    return actions.withdraw_consent(purpose, who=who, shown=SHOWN, how="on a page", at=at)


def test_nothing_is_known_of_somebody_who_has_said_nothing(alice):
    assert queries.consented(PURPOSE, who=alice) is None


def test_the_last_word_counts(alice):
    assert [yes(alice), no(alice), yes(alice)] == [1, 2, 3]
    assert queries.consented(PURPOSE, who=alice) is True
    no(alice)
    assert queries.consented(PURPOSE, who=alice) is False
    assert queries.consented("mail.survey", who=alice) is None


def test_what_is_said_twice_is_written_once_but_a_new_text_is_a_new_yes(alice):
    assert [yes(alice), yes(alice)] == [1, None]
    assert yes(alice, shown=replace(SHOWN, words="Twice a month.", version=2)) == 2
    assert [no(alice), no(alice)] == [3, None]


def test_an_address_without_an_account_is_recognised_and_not_kept(db):
    yes(BO)
    assert queries.consented(PURPOSE, who=Who(email="bo@EXAMPLE.org")) is True
    assert queries.consented(PURPOSE, who=Who(email="mo@example.org")) is None
    assert "bo@" not in str(Consent.objects.values().get()).lower()


def test_an_address_is_recognised_after_the_secret_was_changed(db, settings):
    no(BO)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 8
    assert queries.consented(PURPOSE, who=BO) is False
    actions.forget_person(0, at=AT)
    assert Consent.objects.get().address


def test_a_person_sees_what_was_shown_when_and_how(alice):
    yes(alice)
    no(alice, at=AT + timedelta(days=1))
    later, earlier = queries.consents_of(alice.user)
    assert (later.given, later.at) == (False, AT + timedelta(days=1))
    assert (earlier.given, earlier.words, earlier.version, earlier.how) == (True, SHOWN.words, 1, "on a page")
    assert earlier.digest == SHOWN.digest
    assert earlier.sound


def filled(*people):
    for who in people:
        yes(who)
        no(who)
    assert queries.check_consents().holds


def test_the_whole_ledger_is_counted_again(alice):
    assert queries.check_consents().size == 0
    filled(alice, BO)
    checked = queries.check_consents()
    assert (checked.size, checked.erased, checked.broken) == (4, 0, None)
    assert checked.head == Consent.objects.get(number=4).hash


@pytest.mark.parametrize(
    "change",
    [
        {"given": False},
        {"purpose": "mail.survey"},
        {"at": AT - timedelta(days=1)},
        {"how": "by telephone"},
        {"user": None, "address": "ab" * 32},
        {"hash": "ab" * 32},
        {"commitment": "ab" * 32},
    ],
)
def test_an_entry_that_was_changed_afterwards_shows(alice, change):
    filled(alice, BO)
    Consent.objects.filter(number=1).update(**change)
    assert queries.check_consents().broken == 1


def test_a_text_that_was_changed_afterwards_shows(alice):
    filled(alice)
    ConsentText.objects.update(words="All that we can think of.")
    assert queries.check_consents().broken == 1
    assert not queries.consents_of(alice.user)[0].sound


@pytest.mark.parametrize(("gone", "broken"), [(2, 2), (4, 4)])
def test_an_entry_that_is_missing_shows_also_the_last_one(alice, gone, broken):
    filled(alice, BO)
    Consent.objects.filter(number=gone).delete()
    assert queries.check_consents().broken == broken


def test_whoever_is_erased_leaves_a_ledger_that_holds_and_says_nothing_of_them(alice):
    filled(alice, BO)
    assert actions.forget_person(alice.user, at=AT)["privacy.Consent"] == 2
    checked = queries.check_consents()
    assert (checked.holds, checked.erased) == (True, 2)
    assert queries.consented(PURPOSE, who=alice) is None
    assert queries.consented(PURPOSE, who=BO) is False
    erased = Consent.objects.get(number=1)
    assert (erased.user, erased.address, erased.how, erased.salt) == (None, "", "", "")


def test_the_head_tells_how_long_the_ledger_is(alice):
    filled(alice)
    ConsentHead.objects.update(size=3)
    assert not queries.check_consents().holds
