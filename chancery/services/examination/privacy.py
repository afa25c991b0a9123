from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_LAW = "PCT Art. 30, Rule 93.2(a)"
_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))


_REGISTER = "Madrid Rule 32; Hague Art. 11(4)(a); Lisbon Rule 19"


def _of_the_registration(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=Keep(words="as long as the file of the registration is kept", until=Until.LAW, period=Period(years=30)),
        disposal=Disposal.KEEP_BY_LAW,
        cites=_REGISTER,
        recipients=("the public, after publication",),
        subject=Subject.NAMED,
    )


def _of_the_application(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=_FILE,
        disposal=Disposal.KEEP_BY_LAW,
        cites=_LAW,
        recipients=("the public, after publication",),
        subject=Subject.NAMED,
    )


HOLDS = (
    Holding(
        model="examination.Case",
        what="Applications on the desk of the office",
        fields={
            "applicant": _of_the_application(Category.NAME, "to show the office whose application it examines"),
            "title": _of_the_application(Category.CONTENT, "to show the office which application it examines"),
        },
        impersonal=(
            "number",
            "treaty",
            "status",
            "version",
            "received_on",
            "filing_date",
            "barred",
            "not_invited",
            "invitation_due",
            "answered_on",
            "fees_open",
            "publish_from",
            "publish_expected",
            "publication_number",
            "prepared_on",
            "kind_code",
            "again",
            "copies_open",
            "search_due",
            "papers",
            "demanded_on",
            "report_from",
            "due_on",
            "due_for",
            "due_cites",
        ),
    ),
    Holding(
        model="examination.Appearance",
        what="Publications in the gazette",
        fields={
            "applicant": _of_the_application(Category.NAME, "to say in the gazette whose application is published"),
            "title": _of_the_application(Category.CONTENT, "to say in the gazette what is published"),
        },
        impersonal=("entry", "number", "publication_number", "kind_code", "published_on", "issue", "symbols"),
    ),
    Holding(
        model="examination.RegistrationCase",
        what="Files of marks, designs and appellations on the desk of the office",
        fields={
            "holder": _of_the_registration(Category.NAME, "to show the office whose file it examines"),
            "title": _of_the_registration(Category.CONTENT, "to show the office which file it examines"),
        },
        impersonal=(
            *("number", "system", "office", "status", "version", "received_on", "registration_number"),
            *("registered_on", "with_bureau", "send_by", "to_notice", "notices_open", "notice_due", "classes"),
            *("for_origin", "answered_on", "ready", "to_notify", "publish_from", "unprinted", "stated_on"),
            *("requests_open", "requested_on", "until", "grace_until", "deferred_until", "over"),
            *("due_on", "due_for", "due_cites"),
        ),
    ),
    Holding(
        model="examination.Assignment",
        what="Which officer works on which application",
        fields={
            "officer": Field(
                category=Category.ACCOUNT,
                purpose="to share the work, and to show the colleagues whom to ask",
                basis=Basis.PUBLIC_TASK,
                keep=Keep(words="until the case is released, or the account is closed", until=Until.OTHER, of="number"),
                disposal=Disposal.ERASE,
                recipients=("the officers of the office",),
                subject=Subject.STAFF,
            ),
        },
        impersonal=("number", "since"),
    ),
)
