"""Every later act of the three systems stands in the table, with a form that can be shown and read again."""

from typing import Any

import pytest

from chancery.core.refusal import Denied
from chancery.records.accounts import actions as accounts
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations import acts_showing as showing
from chancery.services.filing.registrations.acts_table import ASKS, GROUPS, asks
from chancery.services.filing.registrations.tests.filed import NOW, file, registered
from chancery.treaties.registrations import SYSTEMS

EVERY = [(system, key) for system, found in ASKS.items() for key in found]


@pytest.fixture
def amina(db: Any) -> int:  # noqa: ARG001 - the database is there
    return accounts.open_account("amina@example.org", name="Amina", password="long enough to sign in")


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_act_of_the_holders_side_stands_in_the_table(system: str) -> None:
    of_the_holder = {act.key for act in SYSTEMS[system].acts if act.side in {"holder", "anyone"}}
    assert set(asks(system)) == of_the_holder - {"apply"}


@pytest.mark.parametrize(("system", "key"), EVERY)
def test_every_act_is_in_a_group_that_has_a_title(system: str, key: str) -> None:
    assert ASKS[system][key].group in GROUPS
    assert SYSTEMS[system].act(key).title


@pytest.mark.parametrize(("system", "key"), EVERY)
def test_every_form_can_be_shown_and_gives_back_what_it_showed(system: str, key: str, amina: int) -> None:
    found, ask, on = file(registered(system, amina)), ASKS[system][key], NOW.date()
    begun = showing.begun(ask, found, doing.with_contacts(found), on)
    shown = showing.form(ask, found, begun, on)
    names = [row.path for section in shown.sections for row in section.rows]
    assert len(names) == len(set(names))
    assert set(begun.values) <= set(ask.fields(found, on))
    if ask.way == "request":
        assert "remark" in ask.fields(found, on)


def test_a_key_that_is_none_is_no_act(amina: int) -> None:
    with pytest.raises(Denied):
        doing.asked(file(registered("madrid", amina)), "apply")
