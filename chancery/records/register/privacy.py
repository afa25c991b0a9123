from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_LAW = "PCT Art. 30, Rule 93.2(a)"
_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))
_FILE_UNPUBLISHED = Keep(
    words="as long as the file of the application is kept; it is never published",
    until=Until.LAW,
    period=Period(years=30),
)


def _contact(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=_FILE_UNPUBLISHED,
        disposal=Disposal.KEEP_BY_LAW,
        cites=_LAW,
        subject=Subject.NAMED,
    )


HOLDS = (
    Holding(
        model="register.Series",
        what="Running numbers",
        impersonal=("name", "given"),
    ),
    Holding(
        model="register.Share",
        what="Who may see an application before it is published",
        fields={
            "user": Field(
                category=Category.ACCOUNT,
                purpose="to show an unpublished application to those it belongs to, and to nobody else",
                basis=Basis.PUBLIC_TASK,
                keep=_FILE,
                disposal=Disposal.KEEP_BY_LAW,
                cites=_LAW,
            ),
        },
        impersonal=("id", "number", "organisation", "level", "since", "until"),
    ),
    Holding(
        model="register.Contact",
        what="How to reach the persons named in an application",
        fields={
            "name": _contact(Category.NAME, "to know whom the contact reaches"),
            "email": _contact(Category.CONTACT, "to write to the person about the application"),
            "phone": _contact(Category.CONTACT, "to call the person about the application"),
        },
        impersonal=("id", "number"),
    ),
    Holding(
        model="register.Closure",
        what="Days on which an Office could not be reached",
        impersonal=("entry", "office", "what", "first", "last", "announced", "reason"),
    ),
    Holding(
        model="register.Disclosure",
        what="Which applications have been published",
        impersonal=("number", "publication_number", "published_on", "issue"),
    ),
    Holding(
        model="register.Printing",
        what="Which registrations have appeared in which bulletin",
        impersonal=("entry", "system", "number", "registration_number", "what", "published_on", "issue"),
    ),
)
