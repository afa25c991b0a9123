"""The mark that tests begin with: registered from Norway on 10 March 2025, in the United States, Germany and Japan."""

from dataclasses import replace
from datetime import date

from chancery.treaties import madrid
from chancery.treaties.madrid.protection import protection

REGISTERED = date(2025, 3, 10)
NOTIFIED = date(2025, 4, 3)
ON = date(2026, 1, 15)
PARTIES = ("US", "DE", "JP")
APPLICATION = madrid.Application(
    origin="NO",
    goods=(madrid.Good(9, "cameras"), madrid.Good(9, "lenses"), madrid.Good(25, "shirts"), madrid.Good(35, "retail")),
    designations=tuple(madrid.Designation(party=code) for code in PARTIES),
)
DESIGNATED = tuple(madrid.Designated(party=code, since=REGISTERED, notified_on=NOTIFIED) for code in PARTIES)
RECORD = madrid.Record(origin="NO", registered_on=REGISTERED, designated=DESIGNATED)
BEGAN = (
    madrid.Happening(on=REGISTERED, kind="registered", parties=PARTIES),
    madrid.Happening(on=NOTIFIED, kind="notified"),
)


def happened(day, kind, *parties, goods=(), **more):
    return madrid.Happening(on=day, kind=kind, parties=parties, goods=goods, **more)


def folded(*more, on=ON):
    began = () if more and more[0].kind == "registered" else BEGAN
    return protection((*began, *more), goods=len(APPLICATION.goods), origin="NO", on=on)


def can(key, *more, on=ON, asked=None, application=None, bare=False, **known):
    """Whether an act can be done; ``known`` are facts of the record, ``more`` what happened, ``asked`` for what.

    ``bare`` is before anything happened.
    """
    return madrid.possible(
        key,
        replace(RECORD, **known),
        replace(APPLICATION, **(application or {})),
        madrid.Protection() if bare else folded(*more, on=on),
        on=on,
        asked=madrid.Asked(**(asked or {})),
    )


def barred(key, *more, **facts):
    return [finding.rule for finding in can(key, *more, **facts).findings]


def designation(**known):
    """The dates of the first designation, that of the United States, with these beside."""
    return {"designated": (replace(DESIGNATED[0], **known), *DESIGNATED[1:])}
