"""What an act of an Office is made of. An act is data: the page offers it, and `actions.act` does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.core.event import Event
from chancery.core.refusal import Refused
from chancery.records.register.events import NotificationSent
from chancery.records.register.queries import Right
from chancery.services.examination import roles
from chancery.services.examination.decisions import Against, against_ended
from chancery.services.examination.dossier import Dossier
from chancery.services.examination.forms import CaseForm
from chancery.services.examination.roles import Words, against_role

Data = Mapping[str, Any]
"""What the officer wrote down: the form's cleaned data, with the files kept as ``documents``."""


@dataclass(frozen=True, kw_only=True)
class OfficeAct:
    """One act. ``key`` stands in addresses, ``role`` says which Office does it.

    ``against`` says why it cannot be done today; ``does`` gives the events that it enters, or raises `Refused`.
    ``follows`` are pairs of a consequence and its provision. ``grave``: it ends or takes away something.
    ``after_the_end``: it is done on a case that has ended, too.
    """

    key: str
    role: str
    label: Words
    button: Words
    cites: str
    form: type[CaseForm]
    against: Callable[[Dossier], Against]
    does: Callable[[Dossier, Data], Sequence[Event]]
    follows: tuple[tuple[Words, str], ...] = ()
    grave: bool = False
    after_the_end: bool = False
    page: str = "act_of_office"

    def refusals(self, case: Dossier) -> Against:
        """Why it cannot be done today: the wrong Office, a case that has ended, or the act's own law."""
        ended = () if self.after_the_end else against_ended(case.right)
        return against_role(self.role, case.right) or ended or self.against(case)


def notification(
    right: Right, form: str, *, role: str, on: date, cites: str, facts: Mapping[str, Any]
) -> NotificationSent:
    """A form of the Treaty that asks for no answer. ``facts`` is what is merged into it; empty ones are left out."""
    return NotificationSent(
        form=form,
        office=roles.sign(role, right),
        dated=on.isoformat(),
        facts={key: str(value) for key, value in facts.items() if value not in (None, "")},
        cites=cites,
    )


def refuse(message: str, cites: str = "", field: str = "") -> Refused:
    return Refused.because(message, cites=cites, field=field)
