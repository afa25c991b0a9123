"""An expected "no": what an action says when the law or the state of things does not allow the act."""

from collections.abc import Iterable
from typing import Self

from chancery.treaties.kernel import Finding


class Refused(Exception):
    """Raised by an action; carries the findings that the page shows beside their fields.

    Nothing has been changed when it is raised: the action's transaction is rolled back.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))

    @classmethod
    def because(cls, message: str, *, cites: str = "", field: str = "") -> Self:
        """Refuse for one reason. ``cites`` is empty only where no law speaks (a lost race, a wrong file)."""
        return cls([Finding(cites=cites, message=message, field=field, severity="prevents")])


class Conflict(Refused):
    """Another writer was quicker: the stream has moved on since the caller looked at it."""


class Denied(Refused):
    """The person may not do this. Pages answer as if the thing were not there where even that is secret."""
