"""What the office holds about people, declared beside the code that holds it.

Every room's ``privacy.py`` lists a `Holding` for each of its models; ``site/wiring.py`` does so for the libraries'
models. A test asks that every field of every installed model is declared, so the notice that is generated from these
declarations cannot drift from the code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chancery.treaties.kernel import Period


class Category(StrEnum):
    """What kind of data it is (keys after the Fideslang taxonomy)."""

    NONE = "none"
    NAME = "user.name"
    CONTACT = "user.contact"
    ADDRESS = "user.contact.address"
    CREDENTIAL = "user.authorization.credentials"
    ACCOUNT = "user.account"
    NATIONALITY = "user.demographic.nationality"
    DEVICE = "user.device"
    CONTENT = "user.content"
    BEHAVIOUR = "user.behavior"
    FINANCIAL = "user.financial"
    UNIQUE_ID = "user.unique_id"


class Basis(StrEnum):
    """Why the office may hold it (GDPR Art. 6(1) wording)."""

    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal obligation"
    PUBLIC_TASK = "public task"
    CONSENT = "consent"
    LEGITIMATE_INTEREST = "legitimate interest"


class Disposal(StrEnum):
    """What happens when the person asks for erasure, or the period ends."""

    ERASE = "erased"
    ANONYMISE = "made anonymous"
    KEEP_BY_LAW = "kept by law"


class Subject(StrEnum):
    """Whose data it is."""

    HOLDER = "whoever has the account"
    NAMED = "people named in an application"
    WRITER = "whoever writes to the office"
    INVITED = "whoever is invited"
    STAFF = "the people of the office"


class Until(StrEnum):
    """What ends the keeping."""

    CLOSED = "the account is closed"
    PERIOD = "a period has run"
    OTHER = "what it belongs to is erased"
    LAW = "the law no longer asks for it"


@dataclass(frozen=True, kw_only=True)
class Keep:
    """How long: ``words`` for people, the rest for the run that carries it out (decision 0014).

    ``PERIOD``: ``period`` after the day in the field ``since`` (where it is empty, not yet), in rows for which the
    lookups ``only`` hold. ``OTHER``: with the row that the field ``of`` names. ``LAW``: ``period`` is the least.
    """

    words: str
    until: Until
    period: Period | None = None
    since: str = ""
    only: tuple[tuple[str, object], ...] = ()
    of: str = ""

    def __str__(self) -> str:
        return self.words


WITH_ACCOUNT = Keep(words="as long as the account exists", until=Until.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Field:
    """One kind of personal data in one field.

    ``cites`` is the law that asks to keep it; ``recipients`` who else sees it ("the public, after publication").
    """

    category: Category
    purpose: str
    basis: Basis
    keep: Keep
    disposal: Disposal
    subject: Subject = Subject.HOLDER
    cites: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Holding:
    """What one model holds. ``impersonal`` names the fields that say nothing about a person."""

    model: str
    what: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    impersonal: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cookie:
    """A cookie the site may set; ``stops``: what no longer works without it. An undeclared one is not sent."""

    name: str
    purpose: str
    lifetime: str
    when: str
    stops: str = ""


def undeclared(holding: Holding, field_names: set[str]) -> set[str]:
    """Fields of a model that its holding forgets."""
    return field_names - set(holding.fields) - set(holding.impersonal)


def phantom(holding: Holding, field_names: set[str]) -> set[str]:
    """Fields that a holding declares and the model does not have."""
    return (set(holding.fields) | set(holding.impersonal)) - field_names
