"""Acts that cannot be read, that come twice, or that come upon a file which has changed."""

from datetime import timedelta

import pytest

from chancery.core import ledger
from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing.acts import doing
from chancery.services.filing.tests.acting import NOW, brought, does, filed, sent
from chancery.services.filing.tests.people import person

pytestmark = pytest.mark.django_db

SIGNED = "Ada Okafor"


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    return filed(ada)


@pytest.mark.parametrize(
    "values", [{"nonsense": "x"}, {"subject": "x" * 999, "text": "y"}, {"to": "Mars", "subject": "x"}]
)
def test_what_cannot_be_read_is_refused(ada, number, values):
    size = ledger.size()
    with pytest.raises(Refused):
        does(number, "send_letter", SIGNED, by=ada, **values)
    assert ledger.size() == size


def test_there_is_no_other_act(ada, number):
    for key in ("observe", "nonsense"):
        with pytest.raises(Denied, match="no such act"):
            does(number, key, SIGNED, by=ada)


def test_somebody_elses_file_is_not_taken_by_its_hash(ada, number):
    bo = person("Bo")
    register.share(number, user=bo, level="editor", until=None, at=NOW)
    file = brought(number, "send_letter", "letter", ada)
    with pytest.raises(Refused, match="Bring this file again"):
        does(number, "send_letter", SIGNED, by=bo, subject="x", files=(file,))


def test_an_act_sent_twice_is_done_once(ada, number):
    once = sent(number, SIGNED, subject="Hello", text="Good day.")
    first = doing.hand_in(number, "send_letter", once, by=ada, at=NOW)
    assert doing.hand_in(number, "send_letter", once, by=ada, at=NOW + timedelta(seconds=2)) == first
    assert len(rights.right(number).papers) == 1


def test_another_act_on_what_has_changed_since_is_a_conflict(ada, number):
    mine = sent(number, SIGNED, subject="Mine", text="x")
    does(number, "send_letter", SIGNED, by=ada, subject="Other", text="x")
    with pytest.raises(Conflict, match="since you looked"):
        doing.hand_in(number, "send_letter", mine, by=ada, at=NOW)
