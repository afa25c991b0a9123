"""What the room holds about people: who brought a file, and what it says."""

from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_WITH_FILE = Keep(words="as long as the file", until=Until.OTHER, of="file")
_WHO = Field(
    category=Category.UNIQUE_ID,
    purpose="to know who brought a file",
    basis=Basis.PUBLIC_TASK,
    keep=_WITH_FILE,
    disposal=Disposal.ANONYMISE,
)
_CONTENT = Field(
    category=Category.CONTENT,
    purpose="to find the kept file, which may name people, to prove it unchanged, and to check what it says",
    basis=Basis.PUBLIC_TASK,
    keep=Keep(
        words="at least 30 years, where it belongs to an international application",
        until=Until.LAW,
        period=Period(years=30),
    ),
    disposal=Disposal.KEEP_BY_LAW,
    cites="PCT Rule 93.2(a)",
    subject=Subject.NAMED,
    recipients=("the public, after publication, where the file is part of what is published",),
)

HOLDS = (
    Holding(
        model="documents.File",
        what="Files, as they were handed in or sent out",
        fields={
            "sha256": _CONTENT,
            "measures": _CONTENT,
        },
        impersonal=("size", "media_type", "kept_at", "small"),
    ),
    Holding(
        model="documents.Deposit",
        what="Who brought which file, and under which name",
        fields={
            "depositor": _WHO,
            "at": _WHO,
            "name": Field(
                category=Category.CONTENT,
                purpose="to show a file under the name you gave it",
                basis=Basis.PUBLIC_TASK,
                keep=_WITH_FILE,
                disposal=Disposal.ANONYMISE,
            ),
        },
        impersonal=("id", "file"),
    ),
)
