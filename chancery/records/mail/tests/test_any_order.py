"""Whatever people press and in whatever order: nothing optional after a no; nothing mandatory with a way out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.mail import actions, stopping
from chancery.records.mail.classes import CLASSES, OPTIONAL
from chancery.records.mail.models import Item, Note, Rhythm
from chancery.records.mail.stopping import Stop
from chancery.records.mail.wishes import RHYTHMS
from chancery.records.privacy import queries as privacy
from chancery.records.privacy.models import Consent, ConsentHead, ConsentText

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADDRESSES = ("alice@example.org", "nobody@example.org")
optional = st.sampled_from([one.key for one in OPTIONAL])
addresses = st.sampled_from(ADDRESSES)


class Post(RuleBasedStateMachine):
    """A person with an account and an address without one; an office that writes, at any time, all it can."""

    @initialize()
    def opens(self):
        for model in (Item, Note, Rhythm, Consent, ConsentText, ConsentHead, User):
            model.objects.all().delete()
        outbox.outbox.clear()
        self.at, self.seen = START, 0
        self.alice = accounts.open_account(ADDRESSES[0], name="Alice", password="correct horse")
        self.word = {(to, one.key): one.at_first for to in ADDRESSES for one in OPTIONAL}  # by our count
        self.owed = 0  # mandatory mail written and not yet seen

    def person(self, to):
        return {"user": self.alice} if to == ADDRESSES[0] else {"email": to}

    @rule(to=addresses, kind=optional, on=st.booleans())
    def switches(self, to, kind, on):
        actions.switch(kind, on=on, **self.person(to), how="test", at=self.at)
        self.word[to, kind] = on

    @rule(to=addresses, kind=optional)
    def clicks(self, to, kind):
        address = stopping.address(Stop(kind=kind, **self.person(to))).removeprefix("http://localhost:8000")
        assert Client().post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        self.word[to, kind] = False

    @rule(to=addresses)
    def has_had_enough(self, to):
        actions.stop_all(**self.person(to), how="test", at=self.at)
        self.word |= {(to, one.key): False for one in OPTIONAL}

    @rule(every=st.sampled_from(list(RHYTHMS)))
    def chooses_a_rhythm(self, every):
        actions.choose_rhythm(every, by=self.alice, at=self.at)
        if every != "at once":
            self.word[ADDRESSES[0], "digest"] = True

    @rule(to=addresses, kind=st.sampled_from(list(CLASSES)))
    def office_writes(self, to, kind):
        sent = actions.send_note(to, kind=kind, about="x", subject=kind, body="Read it.", at=self.at)
        assert sent is (CLASSES[kind].mandatory or self.word[to, kind])
        self.owed += CLASSES[kind].mandatory

    @rule(kind=st.sampled_from(list(CLASSES)))
    def office_tells(self, kind):
        told = actions.tell(self.alice, kind=kind, service="docket", subject=kind, body="Read it.", at=self.at)
        assert told is (CLASSES[kind].mandatory or self.word[ADDRESSES[0], kind])
        self.owed += CLASSES[kind].mandatory

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours):
        self.at += timedelta(hours=hours)

    @rule()
    def summaries_are_made(self):
        actions.send_summaries(at=self.at)
        assert actions.send_summaries(at=self.at) == 0

    @rule()
    def post_goes_out(self):
        actions.send_due(at=self.at, limit=1000)
        for mail in outbox.outbox[self.seen :]:
            [to] = mail.to
            headers = mail.extra_headers
            kind = headers["List-Id"].strip("<").partition(".")[0] if "List-Id" in headers else mail.subject
            assert CLASSES[kind].mandatory or self.word[to, kind], f"{kind} went to {to} after a no"
            assert CLASSES[kind].mandatory is ("List-Unsubscribe" not in headers)
            assert headers["Auto-Submitted"] == "auto-generated"
            self.owed -= CLASSES[kind].mandatory
        self.seen = len(outbox.outbox)
        assert self.owed == 0, "mandatory mail goes out at once"

    @invariant()
    def what_is_kept_is_what_was_said(self):
        if hasattr(self, "word"):
            assert privacy.check_consents().holds


@pytest.mark.slow
def test_in_whatever_order_no_mail_goes_past_a_no(transactional_db, settings):
    settings.SMTP = {"EMAIL_HOST": "localhost"}
    run_state_machine_as_test(Post, settings=BOUNDED)


BOUNDED = settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
