"""What the rights, the erasures and the run of retention hold about people."""

from chancery.core.personal import Category, Disposal, Holding, Keep, Subject, Until
from chancery.records.privacy.duties import Duty
from chancery.treaties.kernel import Period

_PROOF = Keep(words="at least 5 years", until=Until.LAW, period=Period(years=5))
_SEEN = Keep(words="1 year after the day", until=Until.PERIOD, period=Period(years=1), since="on")
_HELD = Keep(words="as long as the claim may need it", until=Until.LAW)


_used = Duty(cites="GDPR Art. 5(2)")
_look = Duty(cites="GDPR Art. 15(1)(c), 32", keep=_SEEN, recipients=("whom it concerns",))
_hold = Duty(cites="GDPR Art. 17(3)(e)", keep=_HELD, disposal=Disposal.KEEP_BY_LAW)
_proof = Duty(cites="GDPR Art. 5(2)", keep=_PROOF, disposal=Disposal.KEEP_BY_LAW)

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
            "about": _look(Category.BEHAVIOUR, "to show you who has seen your account"),
            "viewer": _look(Category.BEHAVIOUR, "to show whom it concerns who has seen it", Subject.STAFF),
        },
        impersonal=("id", "number", "on"),
    ),
    Holding(
        model="privacy.Erasure",
        what="Which accounts were erased: their numbers",
        fields={
            "account": _proof(
                Category.UNIQUE_ID, "to prove that an account was erased, and that no backup brings it back"
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
