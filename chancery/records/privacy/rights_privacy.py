"""What the rights, the erasures and the run of retention hold about people."""

from chancery.core.personal import (
    WITH_ACCOUNT,
    Basis,
    Category,
    Disposal,
    Field,
    Holding,
    Keep,
    Subject,
    Until,
)
from chancery.treaties.kernel import Period

_PROOF = Keep(words="at least 5 years", until=Until.LAW, period=Period(years=5))
_SEEN = Keep(words="1 year after the day", until=Until.PERIOD, period=Period(years=1), since="on")
_HELD = Keep(words="as long as the claim may need it", until=Until.LAW)


def _used(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=WITH_ACCOUNT,
        disposal=Disposal.ERASE,
        cites="GDPR Art. 5(2)",
    )


def _look(purpose: str, subject: Subject = Subject.HOLDER) -> Field:
    return Field(
        category=Category.BEHAVIOUR,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=_SEEN,
        disposal=Disposal.ERASE,
        subject=subject,
        cites="GDPR Art. 15(1)(c), 32",
        recipients=("whom it concerns",),
    )


def _hold(category: Category, purpose: str, subject: Subject = Subject.HOLDER) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=_HELD,
        disposal=Disposal.KEEP_BY_LAW,
        subject=subject,
        cites="GDPR Art. 17(3)(e)",
    )


HOLDS: tuple[Holding, ...] = (
    Holding(
        model="privacy.Exercise",
        what="Rights that you used, and that took effect at once",
        fields={
            "user": _used(Category.ACCOUNT, "to know who used it"),
            "kind": _used(Category.BEHAVIOUR, "to show you what you did, and to prove that it was done"),
            "what": _used(Category.BEHAVIOUR, "to show you what it was about"),
            "at": _used(Category.BEHAVIOUR, "to show you since when"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="privacy.Look",
        what="Who has seen your applications before publication, and your account",
        fields={
            "about": _look("to show you who has seen your account"),
            "viewer": _look("to show whom it concerns who has seen it", Subject.STAFF),
        },
        impersonal=("id", "number", "on"),
    ),
    Holding(
        model="privacy.Erasure",
        what="Which accounts were erased: their numbers",
        fields={
            "account": Field(
                category=Category.UNIQUE_ID,
                purpose="to prove that an account was erased, and that no backup brings it back",
                basis=Basis.LEGAL_OBLIGATION,
                keep=_PROOF,
                disposal=Disposal.KEEP_BY_LAW,
                cites="GDPR Art. 5(2)",
            ),
        },
        impersonal=("id", "at", "receipt", "keys_destroyed_at"),
    ),
    Holding(
        model="privacy.Hold",
        what="What must not be erased for now, because of a legal claim",
        fields={
            "account": _hold(Category.UNIQUE_ID, "to know whose data it is about"),
            "reason": _hold(Category.CONTENT, "to tell you why"),
            "placed_by": _hold(Category.ACCOUNT, "to know who decided it", Subject.STAFF),
        },
        impersonal=("id", "number", "placed_at", "lifted_at"),
    ),
    Holding(
        model="privacy.Destroyed",
        what="What each run of retention destroyed: numbers of rows",
        impersonal=("id", "at", "model", "keep", "fields", "rows"),
    ),
)
