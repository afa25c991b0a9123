"""A registration file as a line of its person's list: how it stands, in how many parties, and what comes next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from chancery.records.register.queries import Registration
from chancery.services.filing.assessment import Dated
from chancery.services.filing.registrations.acts_answering import of_the_holder
from chancery.services.filing.registrations.file import next_duty
from chancery.treaties.registrations import Tone

STATES = {"presented": "received", "examined": "received", "irregular": "invited"}
"""The states by which one chooses in the list, where they are called otherwise than the status."""

TONES: tuple[Tone, ...] = ("stands", "waits", "refused", "over")


@dataclass(frozen=True)
class Standing:
    """In how many parties a registration stands in a tone; ``words`` say it."""

    tone: Tone
    count: int

    @property
    def words(self) -> str:
        words = {
            "stands": ngettext("protected in %(n)d party", "protected in %(n)d parties", self.count),
            "waits": ngettext("open in %(n)d party", "open in %(n)d parties", self.count),
            "refused": ngettext("refused in %(n)d party", "refused in %(n)d parties", self.count),
            "over": ngettext("no longer in %(n)d party", "no longer in %(n)d parties", self.count),
        }
        return words[self.tone] % {"n": self.count}


def parties(file: Registration, *, on: date) -> Mapping[str, Tone]:
    """In which tone the registration stands in each of its parties, by code."""
    if file.erased or file.received_on is None:
        return {}
    return {life.code: life.tone for life in file.lives(on=on)}


def standing(tones: Mapping[str, Tone]) -> tuple[Standing, ...]:
    """How many parties there are in each tone, those in which it is protected first."""
    counted = Counter(tones.values())
    return tuple(Standing(tone, counted[tone]) for tone in TONES if counted[tone])


def stands(tones: Mapping[str, Tone], *, party: str, tone: str) -> bool:
    """Whether it has this party, in this tone; either is empty for any."""
    return not (party or tone) or any(party in {"", code} and tone in {"", each} for code, each in tones.items())


def due(file: Registration, *, on: date) -> Dated | None:
    """What applicant or holder has to do next in time."""
    found = next_duty(file, on=on)
    return Dated(found.limit.act, found.limit) if found else None


def answer_until(file: Registration) -> date | None:
    """Until when the first open notice asks for the person's answer."""
    open_notices = [one.due for one in file.open_notices if one.due and of_the_holder(one)]
    return None if file.ended else min(open_notices, default=None)
