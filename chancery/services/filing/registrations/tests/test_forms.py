"""Every form of the three systems leads somewhere: to an act of the holder's, to a draft, or to an Office."""

from collections.abc import Mapping

import pytest

from chancery.services.filing import books
from chancery.services.filing.registrations.acts_table import asks
from chancery.services.filing.registrations.hague.annexes import ANNEXES
from chancery.services.filing.registrations.tests.filed import NOW, file, registered
from chancery.treaties.hague.forms import forms as hague_forms
from chancery.treaties.lisbon.forms import forms as lisbon_forms
from chancery.treaties.madrid.forms import forms as madrid_forms
from chancery.treaties.registrations import SYSTEMS

FORMS = {"madrid": madrid_forms, "hague": hague_forms, "lisbon": lisbon_forms}
EVERY = [(system, form) for system, forms in FORMS.items() for form in forms()]

DRAFTED: Mapping[str, frozenset[str]] = {
    "madrid": frozenset({"MM2"}),
    "hague": frozenset({"DM/1", *(f"DM/1 Annex {annex}" for annex in ANNEXES)}),
    "lisbon": frozenset({"Application (Geneva Act)", "Application (1967 Act)"}),
}
"""Forms that begin a file, and what goes along with them: a draft is written for them."""

OBSOLETE = frozenset({"MM1", "MM3"})
"""Forms of the time of the Agreement, whose members are all of the Protocol now."""


def acts_of(system: str, form: str, *sides: str) -> list[str]:
    return [act.key for act in SYSTEMS[system].acts if act.form == form and act.side in sides]


@pytest.mark.parametrize(("system", "form"), EVERY)
def test_every_form_leads_to_an_act_to_a_draft_or_to_an_office(system: str, form: str) -> None:
    ways = {
        "act": any(key in asks(system) for key in acts_of(system, form, "holder", "anyone")),
        "draft": form in DRAFTED[system] and system in books.BOOKS,
        "office": bool(acts_of(system, form, "party", "origin")) and form not in DRAFTED[system],
        "obsolete": form in OBSOLETE,
    }
    assert sum(ways.values()) == 1, ways


@pytest.mark.parametrize(("system", "key"), [(system, key) for system in SYSTEMS for key in asks(system)])
def test_every_act_says_who_may_on_which_provision_and_until_when_at_what_fee(
    system: str,
    key: str,
    django_user_model: type,
    db: None,  # noqa: ARG001 - the database is there
) -> None:
    user = django_user_model.objects.create_user(email="amina@example.org", password="long enough to sign in")
    found = file(registered(system, user.pk)).possible(key, on=NOW.date())
    act = found.act
    assert act.title
    assert act.who
    assert act.cites.startswith(system.capitalize())
    assert found.findings or found.open, "it is open, or it is said why not"
    assert found.until is None or found.until.cites
    assert all(line.cites for line in (found.fees.lines if found.fees else ()))


@pytest.mark.parametrize(("system", "form"), [(system, form) for system in FORMS for form in sorted(DRAFTED[system])])
def test_the_forms_of_drafts_are_forms_of_the_list(system: str, form: str) -> None:
    assert form in FORMS[system]()
