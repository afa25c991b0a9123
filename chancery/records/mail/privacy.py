from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Until
from chancery.treaties.kernel import Period

_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))
_MATTER = Keep(words="as long as the matter is kept about which it was written", until=Until.OTHER, of="about")


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
        keep=_MATTER,
        disposal=Disposal.ERASE,
        recipients=recipients,
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
        model="mail.Note",
        what="Short e-mails of the office to you",
        fields={
            "email": _note(Category.CONTACT, "to send it", "the mail server of the office"),
            "subject": _note(Category.CONTENT, "to send it", "the mail server of the office"),
            "body": _note(Category.CONTENT, "to send it; erased as soon as it has been sent"),
            "message_id": _note(Category.UNIQUE_ID, "to send it once", "the mail server of the office"),
            "trouble": _note(Category.CONTACT, "to let an operator see why it did not arrive"),
        },
        impersonal=("id", "about", "written_at", "state", "due", "attempts", "sent_at"),
    ),
)
