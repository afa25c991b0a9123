"""What an act of an Office on a registration file is made of: data. The page offers it, `actions.act` does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery.core.event import Event
from chancery.core.refusal import Refused
from chancery.services.examination import roles
from chancery.services.examination.registrations.acts.forms import FileForm
from chancery.services.examination.registrations.dossier import Against, FileDossier, no
from chancery.services.examination.registrations.words import ROLES, Words

Data = Mapping[str, Any]
"""What the officer wrote down: the form's cleaned data, with the files kept as ``documents``."""

Follows = tuple[tuple[Words, str], ...]
AGREED = {"madrid": "Madrid Art. 3(1)", "hague": "Hague Art. 4(1)", "lisbon": "Lisbon Art. 3"}
"""By what there are Offices of origin, the Bureau and Offices of parties."""


def nothing(_case: FileDossier, _data: Data) -> Sequence[Event]:
    return ()


@dataclass(frozen=True, kw_only=True)
class FileAct:
    """One act on files of one ``system``. ``role``: which Office does it, "RO" (of origin), "IB", "DO" (of a party).

    ``against`` says why it cannot be done today; ``does`` gives the events that it enters, or raises `Refused`;
    ``enters`` does what is more than events of this file, after them. ``form_number`` is the official form.
    ``grave``: it ends or takes away something. ``after_the_end``: it is done on a file that has ended, too.
    """

    key: str
    system: str
    role: str
    label: Words
    button: Words
    cites: str
    form: type[FileForm]
    against: Callable[[FileDossier], Against]
    does: Callable[[FileDossier, Data], Sequence[Event]] = nothing
    enters: Callable[[FileDossier, Data, int, datetime], None] | None = None
    follows: Follows = ()
    form_number: str = ""
    says: str = ""
    grave: bool = False
    after_the_end: bool = False

    def refusals(self, case: FileDossier) -> Against:
        """Why it cannot be done today: the wrong Office, a file that has ended, or the act's own law."""
        return against_role(self.role, case) or self._ended(case) or self.against(case)

    def _ended(self, case: FileDossier) -> Against:
        if case.file.ended and not self.after_the_end:
            return no(_("The application has ended: there will be no registration."), self.cites)
        return ()


def against_role(role: str, case: FileDossier) -> Against:
    """Nobody acts for an Office that this installation is not."""
    codes = {"RO": (case.origin,), "IB": ("",), "DO": case.parties}[role]
    if roles.plays(role) or any(roles.plays(role, code) for code in codes):
        return ()
    message = _("This office does not act as %(office)s.") % {"office": ROLES[role]}
    return no(message, AGREED[case.system])


def refuse(message: str, cites: str = "", field: str = "") -> Refused:
    return Refused.because(message, cites=cites, field=field)
