from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Until
from chancery.treaties.kernel import Period

_WISHED = Keep(words="until you change it, or close the account", until=Until.CLOSED)
_SENT = Keep(words="12 months after the time limit", until=Until.PERIOD, period=Period(months=12), since="due")


def _wish(category: Category, purpose: str, keep: Keep = _WISHED) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONSENT,
        keep=keep,
        disposal=Disposal.ERASE,
    )


HOLDS = (
    Holding(
        model="docket.Line",
        what="Time limits of applications, computed from the register",
        impersonal=(
            *("id", "number", "place", "key", "due", "missing", "actor", "office", "nature", "act", "cites", "ended"),
        ),
    ),
    Holding(
        model="docket.Wish",
        what="Your reminders and your calendar feed",
        fields={
            "user": _wish(Category.ACCOUNT, "to know whose wishes these are"),
            "reminders": _wish(Category.ACCOUNT, "to remind you by e-mail, or not"),
            "days_ahead": _wish(Category.ACCOUNT, "to remind you in time"),
            "feed": _wish(Category.UNIQUE_ID, "to recognise the secret address of your calendar feed"),
        },
        impersonal=("feed_since",),
    ),
    Holding(
        model="docket.Reminded",
        what="Reminders that were sent to you",
        fields={"user": _wish(Category.ACCOUNT, "to send each reminder once", _SENT)},
        impersonal=("id", "number", "key", "due", "days_ahead", "at"),
    ),
)
