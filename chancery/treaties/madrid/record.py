"""The dates of one mark on its way through the Madrid system, as far as time limits and effect ask for them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.plain import Plain

Defect = Literal[
    "11(2)", "11(3)", "11(4)", "11(6)", "12(8bis)", "13(2)", "20bis(2)", "24(5)", "26(2)", "27bis(3)", "34(3)", "39"
]
"""The Rule under which the International Bureau told of an irregularity, or asked for a payment."""

Irregular = Literal["", "18(1)(c)", "18(1)(d)"]
"""The Rule under which an Office was invited to complete its refusal; (d) where none is named."""

Missable = Literal[
    "",
    "11(2)",
    "11(3)",
    "11(4)",
    "11(6)",
    "12(2)",
    "12(7)",
    "13(2)",
    "17(2)",
    "20bis(2)",
    "24(5)",
    "26(2)",
    "27bis(3)",
    "30(1)",
    "34(3)",
    "39(1)",
]
"""The Rule whose time limit can be missed."""


@dataclass(frozen=True, kw_only=True)
class Irregularity:
    """A notice of the International Bureau. ``expires_on`` is the time limit that it states, where it states one."""

    rule: Defect
    notified_on: date | None = None
    expires_on: date | None = None
    remedied_on: date | None = None
    party: str = ""


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A notification of provisional refusal by the Office of a designated party (Rule 17).

    ``issued_on`` is the day on which the Office wrote it, ``sent_on`` that on which it sent it to the International
    Bureau, ``transmitted_on`` that on which the Bureau sent it on, ``received_on`` that on which the holder has it.
    ``on_opposition`` is one that rests on an opposition; ``defective_since`` the day of an invitation to complete it,
    ``defect`` the Rule of that invitation, ``completed_on`` the day on which the Office did.
    """

    issued_on: date | None = None
    sent_on: date | None = None
    transmitted_on: date | None = None
    received_on: date | None = None
    on_opposition: bool = False
    defective_since: date | None = None
    defect: Irregular = ""
    completed_on: date | None = None
    answered_on: date | None = None

    @property
    def counts(self) -> bool:
        """Whether it is regarded as a refusal: one that says too little of its review is not until it is completed,
        and then it is as of the day on which it was sent first (Rule 18(1)(d)).
        """
        return self.defective_since is None or self.defect == "18(1)(c)" or self.completed_on is not None


@dataclass(frozen=True, kw_only=True)
class Designated:
    """One designated party. ``since`` is the date of the registration or of the subsequent designation,
    ``notified_on`` the day on which the International Bureau sent its notification, from which refusal is counted.
    ``granted_on`` is the day of a statement without a refusal before it, ``interim_on`` that of an interim status,
    ``decided_on`` that of a decision after a refusal (Rule 18ter(2), (3)).
    """

    party: str
    since: date | None = None
    notified_on: date | None = None
    opposition_begins: date | None = None
    opposition_ends: date | None = None
    opposition_announced: bool = False
    refusals: tuple[Refusal, ...] = ()
    granted_on: date | None = None
    interim_on: date | None = None
    decided_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something that was recorded and notified: the Office of a party may declare that a change has no effect there,
    or refuse what was corrected. ``parties`` are those that were told; all where none is named.
    """

    kind: Literal["ownership", "limitation", "licence", "correction"]
    notified_on: date | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Record(Plain):
    """One application and the registration that came of it. Every date is that of its event, by its name.

    ``complete_on`` is the day on which the last of the four elements of Rule 15(1) reached the International Bureau.
    ``basic_ceased_on`` is the day on which the basic mark ceased to have effect, ``basic_proceedings_on`` that on which
    the proceedings began that ended it, or may. ``came_of`` tells how a registration came out of another.
    ``missed`` is the Rule whose time limit was missed on ``missed_on``.
    """

    origin: str = ""
    holder: str = ""
    priority_date: date | None = None
    office_received_on: date | None = None
    ib_received_on: date | None = None
    complete_on: date | None = None
    registered_on: date | None = None
    published_on: date | None = None
    renewed_until: date | None = None
    irregularities: tuple[Irregularity, ...] = ()
    classification_proposed_on: date | None = None
    classification_opinion_on: date | None = None
    classification_kept_on: date | None = None
    designated: tuple[Designated, ...] = ()
    subsequent_received_by_office_on: date | None = None
    changes: tuple[Change, ...] = ()
    cancelled_at_origin_on: date | None = None
    missed_on: date | None = None
    renewal_shortfall_told_on: date | None = None
    representative_cancels_on: date | None = None
    translation_proposed_on: date | None = None
    succession_notified_on: date | None = None
    abandoned_on: date | None = None
    cancelled_on: date | None = None
    lapsed_on: date | None = None
    basic_ceased_on: date | None = None
    basic_proceedings_on: date | None = None
    licence_recorded_on: date | None = None
    restricted_on: date | None = None
    missed: Missable = ""
    came_of: Literal["", "division", "partial change"] = ""
