"""What is held about people because the office accounts for what it does: see `notice_models`."""

from chancery.core.personal import Category, Disposal, Holding, Subject
from chancery.records.privacy.duties import Duty

_told = Duty(cites="GDPR Art. 13, 14")
_noted = Duty(cites="GDPR Art. 33(5)", disposal=Disposal.ANONYMISE)

HOLDS: tuple[Holding, ...] = (
    Holding(
        model="privacy.NoticeAcceptance",
        what="Which version of the privacy notice you accepted",
        fields={
            "user": _told(Category.ACCOUNT, "to know who accepted it"),
            "version": _told(Category.BEHAVIOUR, "to prove what was accepted"),
            "at": _told(Category.BEHAVIOUR, "to prove when it was accepted"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="privacy.NoticeTold",
        what="Of which changes of the privacy notice you were told",
        fields={
            "user": _told(Category.ACCOUNT, "to tell everybody, once"),
            "version": _told(Category.BEHAVIOUR, "to prove of what you were told"),
            "at": _told(Category.BEHAVIOUR, "to prove when you were told"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="privacy.NoticeVersion",
        what="Versions of the privacy notice",
        impersonal=("number", "digest", "content", "material", "made_at"),
    ),
    Holding(
        model="privacy.ProcessorRow",
        what="Who handles data for the office",
        impersonal=("id", "name", "does", "country", "safeguard", "page", "holds", "since", "ended_at"),
    ),
    Holding(
        model="privacy.Breach",
        what="The register of breaches: kinds of data and numbers of people, no names",
        impersonal=(
            *("id", "title", "known_at", "happened", "holds", "people", "risk", "consequences", "measures"),
            *("authority_told_at", "late_because", "persons_told_at", "untold_because", "closed_at"),
        ),
    ),
    Holding(
        model="privacy.BreachNote",
        what="Who entered what in the register of breaches",
        fields={
            "by": _noted(Category.ACCOUNT, "to know who entered it", Subject.STAFF),
            "at": _noted(Category.ACCOUNT, "to know when it was entered", Subject.STAFF),
        },
        impersonal=("id", "breach", "entered"),
    ),
)
