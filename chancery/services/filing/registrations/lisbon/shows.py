"""What the boxes of a Lisbon application show besides their fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chancery.services.filing import forms
from chancery.services.filing.assessment import Assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.offered import country_name
from chancery.treaties import lisbon

OWN_FEE, LONGER = "Art. 7(4)", "Art. 29(4)"
"""Provisions of the Geneva Act under which a party declares a fee of its own; a year more to refuse, joining later."""


@dataclass(frozen=True)
class Covered:
    """A party that the registration covers, by which Act, and what it declared; ``waived`` where it is not wanted."""

    code: str
    act: str
    own_fee: bool
    longer: bool
    waived: bool

    @property
    def name(self) -> str:
        return country_name(self.code)


def _parties(_row: Draft, assessed: Assessment, _found: forms.Findings) -> dict[str, Any]:
    application: lisbon.Application = assessed.application
    lines = [_line(code, application, assessed) for code in _codes(application, assessed)]
    return {"covered": sorted(lines, key=lambda one: one.name.casefold())}


def _codes(application: lisbon.Application, assessed: Assessment) -> tuple[str, ...]:
    origin = {application.origin, *application.joint_with}
    return tuple(
        code for code in lisbon.covered(application.origin, application.kind, assessed.on) if code not in origin
    )


def _line(code: str, application: lisbon.Application, assessed: Assessment) -> Covered:
    found = lisbon.party(code)
    declared = found.declared if found else frozenset()
    return Covered(
        code=code,
        act=lisbon.governing(application.origin, code, assessed.on) or "",
        own_fee=OWN_FEE in declared,
        longer=LONGER in declared,
        waived=code in application.waived,
    )


SHOWS: Mapping[str, Callable[[Draft, Assessment, forms.Findings], dict[str, Any]]] = {"parties": _parties}
