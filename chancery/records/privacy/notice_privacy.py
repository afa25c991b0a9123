"""What is held about people because the office accounts for what it does: see `notice_models`."""

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding, Subject


def _told(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=WITH_ACCOUNT,
        disposal=Disposal.ERASE,
        cites="GDPR Art. 13, 14",
    )


def _noted(purpose: str) -> Field:
    return Field(
        category=Category.ACCOUNT,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=WITH_ACCOUNT,
        disposal=Disposal.ANONYMISE,
        subject=Subject.STAFF,
        cites="GDPR Art. 33(5)",
    )


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
        fields={"by": _noted("to know who entered it"), "at": _noted("to know when it was entered")},
        impersonal=("id", "breach", "entered"),
    ),
)
