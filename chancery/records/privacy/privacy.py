from chancery.core.personal import Category, Disposal, Holding
from chancery.records.privacy import notice_privacy, rights_privacy
from chancery.records.privacy.duties import Duty

_field = Duty(cites="GDPR Art. 12(3)")
_consent = Duty(cites="GDPR Art. 7(1)", disposal=Disposal.ANONYMISE)

HOLDS: tuple[Holding, ...] = (
    Holding(
        model="privacy.Request",
        what="What you asked the office to do with your data",
        fields={
            "user": _field(Category.ACCOUNT, "to know who asks"),
            "right": _field(Category.ACCOUNT, "to know what is asked"),
            "text": _field(Category.CONTENT, "to know what is asked"),
            "made_at": _field(Category.BEHAVIOUR, "to answer within a month"),
            "answer": _field(Category.CONTENT, "to show you the answer"),
            "answered_at": _field(Category.BEHAVIOUR, "to show when it was answered"),
            "answered_by": _field(Category.ACCOUNT, "to show who answered"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="privacy.Consent",
        what="What you have agreed to, and what not",
        fields={
            "user": _consent(Category.ACCOUNT, "to know what you have agreed to"),
            "address": _consent(Category.UNIQUE_ID, "the same without an account; a keyed hash of it"),
            "purpose": _consent(Category.BEHAVIOUR, "to know what it was about"),
            "given": _consent(Category.BEHAVIOUR, "to do what you said, and to prove it"),
            "text": _consent(Category.BEHAVIOUR, "to prove which text you were shown"),
            "how": _consent(Category.BEHAVIOUR, "to prove in which way it was said"),
            "at": _consent(Category.BEHAVIOUR, "to prove when it was said"),
        },
        impersonal=("number", "salt", "commitment", "hash"),
    ),
    Holding(
        model="privacy.ConsentText",
        what="Texts to which people said yes or no",
        impersonal=("digest", "words", "version", "language"),
    ),
    Holding(
        model="privacy.ConsentHead",
        what="How long the ledger of consents is, and its last hash",
        impersonal=("id", "size", "hash"),
    ),
    *notice_privacy.HOLDS,
    Holding(
        model="privacy.Receipt",
        what="Receipts of erasures: numbers of rows, no name",
        impersonal=("digest", "note", "made_at"),
    ),
    *rights_privacy.HOLDS,
)
