"""An application for the international registration of an appellation of origin or a geographical indication, as data.

In the order of Rule 5(2). Every field has an empty default, so that a half-written draft can be checked. Parties are
written as WIPO ST.3 codes, languages as ISO 639-1 codes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.treaties.kernel.plain import Plain

Kind = Literal["", "appellation", "indication"]
"""An appellation of origin, or another geographical indication: the second exists under the Geneva Act only."""


@dataclass(frozen=True, kw_only=True)
class Beneficiary:
    """Who may use the name: by name, or collectively (``"producers of the area"``). The address may be given."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Denomination:
    """The name itself in an official language of the party of origin. ``latin``: it is written in Latin letters."""

    text: str = ""
    language: str = ""
    latin: bool = True
    transliteration: str = ""


@dataclass(frozen=True, kw_only=True)
class Translation:
    """The name in another language, in as many as the applicant wants."""

    language: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class HomeProtection:
    """By what the name is protected at home: a registration, a law or a decision, with what identifies it."""

    kind: Literal["", "registration", "law", "court decision", "administrative decision"] = ""
    title: str = ""
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """What ties the product to its area (Art. 2(1)): what it is known for, and what makes it so."""

    quality: str = ""
    reputation: str = ""
    natural_factors: str = ""
    human_factors: str = ""

    @property
    def told(self) -> bool:
        return bool((self.quality + self.reputation).strip())


@dataclass(frozen=True, kw_only=True)
class Application(Plain):
    """What is asked of the International Bureau.

    ``origin`` is the contracting party of origin; ``joint_with`` others, for an area that lies in both.
    ``presented_by`` says who applies; ``direct_declared`` that the party of origin lets beneficiaries do so
    (Art. 5(3)).
    ``waived`` are parties in which no protection is wanted; ``generic`` elements of the name that are not claimed.
    ``intended`` is a declaration of the intention to use the name, or to control its use.
    """

    language: str = ""
    origin: str = ""
    joint_with: tuple[str, ...] = ()
    presented_by: Literal["", "authority", "beneficiaries"] = ""
    direct_declared: bool = False
    authority: str = ""
    beneficiaries: tuple[Beneficiary, ...] = ()
    kind: Kind = ""
    names: tuple[Denomination, ...] = ()
    translations: tuple[Translation, ...] = ()
    goods: tuple[str, ...] = ()
    area: str = ""
    protected_by: HomeProtection | None = None
    link: Link | None = None
    generic: str = ""
    waived: tuple[str, ...] = ()
    signed: bool = False
    intended: bool = False
    least_developed: bool = False
    received_on: date | None = None
