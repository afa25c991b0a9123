from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_SAVED = Keep(words="until you delete the search, or close the account", until=Until.CLOSED)
_WORKBOOK = Keep(words="until you delete the workbook, or close the account", until=Until.CLOSED)
_ALERT = Keep(
    words="until you end the alert, or close the account; an address that nobody confirms, 7 days",
    until=Until.PERIOD,
    period=Period(days=7),
    since="made_at",
    only=(("confirmed_at__isnull", True),),
)
_FOUND = Keep(words="90 days", until=Until.PERIOD, period=Period(days=90), since="at")
_CALL = Keep(words="30 days", until=Until.PERIOD, period=Period(days=30), since="made_at")


def _field(
    category: Category,
    purpose: str,
    keep: Keep,
    *recipients: str,
    basis: Basis = Basis.CONTRACT,
    subject: Subject = Subject.HOLDER,
) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=basis,
        keep=keep,
        disposal=Disposal.ERASE,
        subject=subject,
        recipients=recipients,
    )


HOLDS = (
    Holding(
        model="search.SavedSearch",
        what="Searches that you keep",
        fields={
            "owner": _field(Category.ACCOUNT, "to show you the searches that you keep", _SAVED),
            "name": _field(Category.CONTENT, "to show you the searches that you keep", _SAVED),
            "asked": _field(Category.CONTENT, "to search again for what you searched for", _SAVED),
        },
        impersonal=("id", "collection", "made_at"),
    ),
    Holding(
        model="search.Workbook",
        what="Workbooks: many queries that you keep together",
        fields={
            "owner": _field(Category.ACCOUNT, "to show you your workbooks", _WORKBOOK),
            "name": _field(Category.CONTENT, "to show you your workbooks", _WORKBOOK),
            "lines": _field(Category.CONTENT, "to count again what you searched for", _WORKBOOK),
        },
        impersonal=("id", "collection", "dialect", "stemming", "made_at", "changed_at"),
    ),
    Holding(
        model="search.Alert",
        what="Alerts on searches, with and without an account",
        fields={
            "email": _field(
                Category.CONTACT,
                "to tell you of new records where you have no account",
                _ALERT,
                "the mail server of the office",
                basis=Basis.CONSENT,
                subject=Subject.WRITER,
            ),
            "url": _field(
                Category.CONTACT,
                "to send to your server what was found",
                _ALERT,
                "whoever runs the server that you named",
            ),
            "language": _field(Category.ACCOUNT, "to write to you in your language", _ALERT),
            "key": _field(Category.CREDENTIAL, "to open the alert to those who have its secret address only", _ALERT),
        },
        impersonal=(
            *("id", "search", "way", "every", "through"),
            *("made_at", "confirmed_at", "said_at", "trouble"),
        ),
    ),
    Holding(
        model="search.Found",
        what="What your alerts have found",
        fields={"alert": _field(Category.BEHAVIOUR, "to show what an alert has found, and to tell each once", _FOUND)},
        impersonal=("id", "entry", "collection", "key", "at", "told"),
    ),
    Holding(
        model="search.Call",
        what="Messages to your webhooks",
        fields={
            "alert": _field(Category.ACCOUNT, "to know to which webhook it is sent", _CALL),
            "body": _field(Category.CONTENT, "to send it, and to send it again", _CALL),
        },
        impersonal=("id", "message_id", "made_at", "due_at", "tries", "delivered_at", "trouble"),
    ),
)
