from django.conf import settings

from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_QUESTION = Keep(
    words="until the question has been answered or closed, and then for the period that its page names",
    until=Until.PERIOD,
    period=Period(months=settings.CONTACT_KEEP_MONTHS),
    since="last_at",
    only=(("state__in", ("answered", "closed")),),
)
_SAID = Keep(words="as long as the question", until=Until.OTHER, of="question")


def _field(category: Category, purpose: str, *, keep: Keep = _QUESTION, subject: Subject = Subject.WRITER) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=keep,
        disposal=Disposal.ERASE,
        recipients=("the officers of the office",),
        subject=subject,
    )


HOLDS = (
    Holding(
        model="contact.Question",
        what="Questions that you asked the office",
        fields={
            "asker": _field(Category.ACCOUNT, "to show you your questions, where you asked them signed in"),
            "name": _field(Category.NAME, "to know whom the office answers"),
            "email": _field(Category.CONTACT, "to tell you that the question has arrived, and that it is answered"),
            "about": _field(Category.CONTENT, "to answer with the right file at hand"),
            "language": _field(Category.ACCOUNT, "to write to you in the language in which you asked"),
            "officer": _field(
                Category.ACCOUNT, "to share the work, and to show the colleagues whom to ask", subject=Subject.STAFF
            ),
            "key": _field(Category.CREDENTIAL, "to open the question to those who have its address only"),
        },
        impersonal=("id", "topic", "asked_at", "last_at", "state", "due_on"),
    ),
    Holding(
        model="contact.Said",
        what="What you and the office wrote about a question",
        fields={
            "author": _field(Category.ACCOUNT, "to know who wrote it", keep=_SAID),
            "text": _field(Category.CONTENT, "to answer, and to let you and the office read it again", keep=_SAID),
        },
        impersonal=("id", "question", "kind", "at"),
    ),
)
