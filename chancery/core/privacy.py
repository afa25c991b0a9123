from functools import partial

from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_REGISTER = Keep(
    words="as long as the register is kept; erased on a decision, without breaking the proof of the rest",
    until=Until.LAW,
)
_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))
_LETTER = partial(Field, basis=Basis.PUBLIC_TASK, keep=_FILE, disposal=Disposal.KEEP_BY_LAW, cites="PCT Rule 93.2(a)")

HOLDS = (
    Holding(model="core.Head", what="How long the ledger is", impersonal=("id", "size", "edge")),
    Holding(
        model="core.Entry",
        what="The register's ledger",
        fields={
            "body": Field(
                category=Category.NAME,
                purpose="to keep the register: names and addresses of applicants, inventors and agents as filed",
                basis=Basis.PUBLIC_TASK,
                keep=_REGISTER,
                disposal=Disposal.KEEP_BY_LAW,
                cites="PCT Art. 21, Rules 48.2, 93.2(b)",
                subject=Subject.NAMED,
                recipients=("designated Offices", "the public, after publication"),
            ),
        },
        impersonal=("number", "stream", "version", "kind", "at", "salt", "commitment"),
    ),
    Holding(model="core.Node", what="The ledger's Merkle tree", impersonal=("key", "digest")),
    Holding(model="core.Bookmark", what="How far each follower has read", impersonal=("follower", "number")),
    Holding(
        model="core.OutboxItem",
        what="What is still to be delivered",
        fields={
            "recipient": _LETTER(category=Category.ACCOUNT, purpose="to deliver a letter once, and only once"),
            "payload": _LETTER(category=Category.CONTENT, purpose="to write the letter"),
        },
        impersonal=("id", "follower", "number", "attempts", "due", "delivered_at", "trouble"),
    ),
    Holding(model="core.ClockShift", what="The demonstration clock", impersonal=("id", "days")),
)
