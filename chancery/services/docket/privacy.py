from chancery.core.personal import Basis, Category, Disposal, Field, Holding


def _wish(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONSENT,
        keep="until you change it, or close the account",
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
        fields={"user": _wish(Category.ACCOUNT, "to send each reminder once")},
        impersonal=("id", "number", "key", "due", "days_ahead", "at"),
    ),
)
