"""Effect over time, and acts: what no treaty's own cases come to."""

from datetime import date
from enum import IntEnum

import pytest

from chancery.treaties.kernel.acting import bar
from chancery.treaties.kernel.standing import Effect, Standing
from chancery.treaties.kernel.status import status

DAY = date(2026, 2, 2)


class State(IntEnum):
    ASKED = 0
    GIVEN = 1


EFFECTS = {"given": Effect(title="Given", cites="Hague Art. 1", takes=(State.ASKED,), to=State.GIVEN)}


def standing():
    return Standing(effects=EFFECTS, states=State)


def test_what_stands_in_a_party_does_not_enter_it_again():
    found = standing()
    found.enter("EM", DAY, "asked", 0b01, State.ASKED)
    found.move("EM", DAY, "given")
    found.enter("EM", DAY, "asked", 0b11, State.ASKED)
    assert found.parties["EM"] == [0b10, 0b01]


def test_a_party_that_was_never_designated_is_moved_by_nothing():
    found = standing()
    assert found.move("EM", DAY, "given") == 0
    assert found.state("EM") is None
    assert found.turns == []


def test_a_turn_holds_on_its_own_day():
    found = standing()
    found.enter("EM", DAY, "asked", 1, State.ASKED)
    assert found.at(DAY) == {"EM": {State.ASKED: 1}}


@pytest.mark.parametrize("make", [bar("Hague Art. 1"), status("Hague Art. 1", "publication")])
def test_a_sentence_that_says_nothing_is_refused(make):
    def silent(_case):
        return True

    with pytest.raises(ValueError, match="says nothing"):
        make(silent)
