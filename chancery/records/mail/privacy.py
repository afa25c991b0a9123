from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding, Keep, Until
from chancery.treaties.kernel import Period

_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))
_SENT = Keep(words="90 days after it was written", until=Until.PERIOD, period=Period(days=90), since="written_at")


def _field(category: Category, purpose: str, *recipients: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=_FILE,
        disposal=Disposal.KEEP_BY_LAW,
        cites="PCT Rule 93.2(a)",
        recipients=recipients,
    )


def _note(category: Category, purpose: str, *recipients: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=_SENT,
        disposal=Disposal.ERASE,
        recipients=recipients,
    )


def _inbox(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONTRACT,
        keep=WITH_ACCOUNT,
        disposal=Disposal.ERASE,
    )


HOLDS = (
    Holding(
        model="mail.Letter",
        what="Letters of the office to you",
        fields={
            "recipient": _field(Category.ACCOUNT, "to know to whom the letter was written"),
            "subject": _field(Category.CONTENT, "to show what was written"),
            "content": _field(Category.CONTENT, "to show what was written"),
            "sha256": _field(Category.CONTENT, "to find the kept PDF, and to prove that it is unchanged"),
            "language": _field(Category.ACCOUNT, "to write in your language"),
            "read_at": _field(Category.BEHAVIOUR, "to show you which letters are new"),
            "message_id": _field(Category.UNIQUE_ID, "to announce a letter once", "the mail server of the office"),
            "trouble": _field(Category.CONTACT, "to let an operator see why an e-mail did not arrive"),
        },
        impersonal=("id", "entry", "kind", "number", "written_at", "state", "due", "attempts", "sent_at"),
    ),
    Holding(
        model="mail.Mention",
        what="Of which other files a letter to you tells",
        fields={},
        impersonal=("id", "letter", "number"),
    ),
    Holding(
        model="mail.Note",
        what="Short e-mails of the office to you",
        fields={
            "recipient": _note(Category.ACCOUNT, "to ask whether you want it before it is sent"),
            "email": _note(Category.CONTACT, "to send it", "the mail server of the office"),
            "subject": _note(Category.CONTENT, "to send it", "the mail server of the office"),
            "body": _note(Category.CONTENT, "to send it; erased as soon as it has been sent"),
            "message_id": _note(Category.UNIQUE_ID, "to send it once", "the mail server of the office"),
            "trouble": _note(Category.CONTACT, "to let an operator see why it did not arrive"),
        },
        impersonal=("id", "kind", "about", "written_at", "state", "due", "attempts", "sent_at"),
    ),
    Holding(
        model="mail.Item",
        what="Your inbox",
        fields={
            "recipient": _inbox(Category.ACCOUNT, "to know whose inbox it stands in"),
            "subject": _inbox(Category.CONTENT, "to show what a service told you"),
            "body": _inbox(Category.CONTENT, "to show what a service told you"),
            "words": _inbox(Category.CONTENT, "to let you search your inbox"),
            "language": _inbox(Category.ACCOUNT, "to show it in the language in which it was written"),
            "read_at": _inbox(Category.BEHAVIOUR, "to show you which messages are new"),
            "archived_at": _inbox(Category.BEHAVIOUR, "to keep apart what you have dealt with"),
        },
        impersonal=("id", "service", "kind", "letter", "about", "link", "at", "held"),
    ),
    Holding(
        model="mail.Rhythm",
        what="How often you want to be written to",
        fields={
            "user": _inbox(Category.ACCOUNT, "to know whose wish it is"),
            "every": _inbox(Category.ACCOUNT, "to write to you as often as you want"),
            "last_at": _inbox(Category.BEHAVIOUR, "to make each summary once"),
        },
    ),
)
