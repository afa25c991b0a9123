"""The table of contents of what Offices do on a registration file."""

from chancery.services.examination.registrations.acts import (
    completing,
    examining,
    origin,
    recording,
    registering,
    statements,
)
from chancery.services.examination.registrations.acts.act import FileAct

ACTS: tuple[FileAct, ...] = (
    *origin.ACTS,
    *examining.ACTS,
    *completing.ACTS,
    *registering.ACTS,
    *recording.ACTS,
    *statements.ACTS,
)
BY_KEY = {(act.system, act.key): act for act in ACTS}


def of(system: str) -> tuple[FileAct, ...]:
    """The acts on files of one system."""
    return tuple(act for act in ACTS if act.system == system)
