"""Every field of every installed model is declared, and nothing is declared that is not there.

The privacy notice is made from these declarations: where this test holds, the notice cannot be out of date.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model

from chancery.core.personal import Disposal, Holding, Keep, Until, phantom, undeclared
from chancery.site.wiring import COOKIES, HOLDINGS
from chancery.treaties.kernel import Period


def faults(models: Iterable[type[Model]], holdings: Sequence[Holding]) -> list[str]:
    """What is wrong with the declarations, in words; an empty list when they are complete."""
    declared = {holding.model.lower(): holding for holding in holdings}
    there = {model._meta.label_lower: {field.name for field in model._meta.concrete_fields} for model in models}
    if not there:
        return ["no model was looked at"]
    doubled = [f"{name} is declared twice" for name, count in Counter(h.model for h in holdings).items() if count > 1]
    missing = [f"{name} is not declared" for name in there if name not in declared]
    unknown = [f"{name} is declared and not installed" for name in declared if name not in there]
    return [
        *doubled,
        *missing,
        *unknown,
        *(fault for name, fields in there.items() if name in declared for fault in _fields(declared[name], fields)),
    ]


def _fields(holding: Holding, names: set[str]) -> list[str]:
    forgotten = [f"{holding.model}.{name} is not declared" for name in sorted(undeclared(holding, names))]
    invented = [f"{holding.model}.{name} is declared and not there" for name in sorted(phantom(holding, names))]
    both = [
        f"{holding.model}.{name} is declared as both" for name in sorted(set(holding.fields) & set(holding.impersonal))
    ]
    return [*forgotten, *invented, *both, *_periods(holding, names)]


def _periods(holding: Holding, names: set[str]) -> list[str]:
    """A period that nothing can carry out: it starts at no day of the row, or looks at what the row does not have."""
    return [
        f"{holding.model}: the keeping of {name} {fault}"
        for name, terms in holding.fields.items()
        for fault in _faults_of(terms.keep, names)
    ]


def _faults_of(keep: Keep, names: set[str]) -> Iterable[str]:
    if (keep.until is Until.PERIOD) != bool(keep.since) or (keep.since and keep.period is None):
        yield "has no period that starts with a field"
    if (keep.until is Until.OTHER) != bool(keep.of):
        yield "does not say with what it goes"
    looked_at = [keep.since, keep.of, *(lookup.partition("__")[0] for lookup, _value in keep.only)]
    yield from (f"looks at {name}, which is not there" for name in looked_at if name and name not in names)


def installed() -> list[type[Model]]:
    return list(apps.get_models(include_auto_created=True))


def test_every_field_of_every_table_is_declared_and_nothing_else():
    assert faults(installed(), HOLDINGS) == []


def test_every_table_with_personal_data_says_why_how_long_and_on_which_basis():
    for holding in HOLDINGS:
        assert holding.what.strip(), holding.model
        for name, field in holding.fields.items():
            assert field.purpose.strip(), f"{holding.model}.{name}"
            assert field.keep.words.strip(), f"{holding.model}.{name}"


def test_what_the_law_keeps_cites_it_and_nothing_else_waits_for_the_law():
    terms = [field for holding in HOLDINGS for field in holding.fields.values()]
    assert [one for one in terms if (one.keep.until is Until.LAW) != (one.disposal is Disposal.KEEP_BY_LAW)] == []
    assert [one for one in terms if one.disposal is Disposal.KEEP_BY_LAW and not one.cites] == []


def test_a_period_is_named_in_its_words():
    """The words are translated, so they are not made of the period; they may not say another one either."""
    for holding in HOLDINGS:
        for name, terms in holding.fields.items():
            keep = terms.keep
            if keep.until is Until.PERIOD and keep.period != Period() and "the period" not in keep.words:
                assert str(keep.period) in keep.words, f"{holding.model}.{name}"


@pytest.mark.parametrize(
    ("keep", "fault"),
    [
        (Keep(words="a day", until=Until.PERIOD, period=Period(days=1)), "has no period that starts with a field"),
        (Keep(words="a day", until=Until.PERIOD, since="joined_at"), "has no period that starts with a field"),
        (
            Keep(words="a day", until=Until.PERIOD, period=Period(days=1), since="born"),
            "looks at born, which is not there",
        ),
        (Keep(words="with it", until=Until.OTHER), "does not say with what it goes"),
        (
            Keep(words="a day", until=Until.PERIOD, period=Period(), since="joined_at", only=(("mood__in", "x"),)),
            "looks at mood, which is not there",
        ),
    ],
)
def test_a_period_that_cannot_be_carried_out_is_noticed(keep, fault):
    [user] = [holding for holding in HOLDINGS if holding.model == "accounts.User"]
    odd = replace(user, fields={**user.fields, "name": replace(user.fields["name"], keep=keep)})
    others = [holding for holding in HOLDINGS if holding is not user]
    assert faults(installed(), [*others, odd]) == [f"accounts.User: the keeping of name {fault}"]


@pytest.mark.parametrize("dropped", HOLDINGS, ids=lambda holding: holding.model)
def test_dropping_any_declaration_is_noticed(dropped):
    left = [holding for holding in HOLDINGS if holding is not dropped]
    assert faults(installed(), left) == [f"{dropped.model.lower()} is not declared"]


def test_a_forgotten_field_is_noticed():
    [user] = [holding for holding in HOLDINGS if holding.model == "accounts.User"]
    forgetful = replace(user, fields={name: field for name, field in user.fields.items() if name != "email"})
    others = [holding for holding in HOLDINGS if holding is not user]
    assert faults(installed(), [*others, forgetful]) == ["accounts.User.email is not declared"]


def test_a_field_that_is_not_there_is_noticed():
    ghost = replace(HOLDINGS[0], impersonal=(*HOLDINGS[0].impersonal, "ghost"))
    assert faults(installed(), [ghost, *HOLDINGS[1:]]) == [f"{ghost.model}.ghost is declared and not there"]


def test_looking_at_no_model_is_no_proof():
    assert faults([], HOLDINGS) == ["no model was looked at"]


def test_every_cookie_that_the_settings_name_is_declared():
    named = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}
    assert named <= {cookie.name for cookie in COOKIES}
