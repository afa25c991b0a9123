from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until

_UNTIL = Keep(words="until you discard the draft, or close the account", until=Until.CLOSED)
_WITH_DRAFT = Keep(words="as long as the draft", until=Until.OTHER, of="draft")


def _field(category: Category, purpose: str, keep: Keep = _UNTIL, subject: Subject = Subject.HOLDER) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONTRACT,
        keep=keep,
        disposal=Disposal.ERASE,
        cites="PCT Art. 30, Rule 4",
        subject=subject,
    )


def _asked(category: Category, purpose: str) -> Field:
    return _field(category, purpose, _WITH_DRAFT, Subject.INVITED)


_ACT = Keep(words="until you leave the act, or close the account", until=Until.CLOSED)


def _act(category: Category, purpose: str, subject: Subject = Subject.HOLDER) -> Field:
    return _field(category, purpose, _ACT, subject)


HOLDS: tuple[Holding, ...] = (
    Holding(
        model="filing.Draft",
        what="Applications you are writing, and answers to the office",
        fields={
            "owner": _field(Category.ACCOUNT, "to show a draft to the person who writes it, and to nobody else"),
            "application": _field(
                Category.NAME,
                "to keep the application while it is written: names, addresses, nationality and residence of the "
                "persons named in it, and its documents",
                subject=Subject.NAMED,
            ),
            "files": _field(Category.CONTENT, "to keep the files of an application while it is written"),
            "signatures": _field(Category.NAME, "to keep who has signed, and as what", subject=Subject.NAMED),
            "unread": _field(Category.CONTENT, "to show again what you typed where it could not be read"),
            "title": _field(Category.CONTENT, "to let you tell your drafts apart"),
            "remark": _field(Category.CONTENT, "to send your remark to the office with an answer"),
            "started_at": _field(Category.BEHAVIOUR, "to show when you began a draft"),
            "saved_at": _field(Category.BEHAVIOUR, "to show when a draft was last saved"),
            "handed_in_at": _field(Category.BEHAVIOUR, "to show when a draft was handed in, and to lock it"),
        },
        impersonal=("id", "treaty", "touched", "revision", "number", "answers"),
    ),
    Holding(
        model="filing.SignatureRequest",
        what="Whom you have asked to sign a draft",
        fields={
            "name": _asked(Category.NAME, "to say who is asked to sign"),
            "capacity": _asked(Category.NAME, "to say in which capacity"),
            "email": _asked(Category.CONTACT, "to send the invitation to sign"),
            "digest": _asked(Category.UNIQUE_ID, "to recognise the secret address of the invitation"),
            "signed_at": _asked(Category.BEHAVIOUR, "to show who has signed"),
        },
        impersonal=("id", "draft", "asked_at"),
    ),
    Holding(
        model="filing.PreparedAct",
        what="Acts on an application that wait for the signatures of others",
        fields={
            "by": _act(Category.ACCOUNT, "to let the person who prepared an act hand it in, and nobody else"),
            "values": _act(Category.CONTENT, "to show those who sign what will be entered", Subject.NAMED),
            "signatures": _act(Category.NAME, "to hand in the signatures that were given", Subject.NAMED),
            "prepared_at": _act(Category.BEHAVIOUR, "to show since when it waits"),
        },
        impersonal=("id", "number", "key", "version", "files", "entry"),
    ),
    Holding(
        model="filing.ActSignature",
        what="Whom you have asked to sign an act",
        fields={
            "who": _act(Category.NAME, "to say for whom they sign", Subject.INVITED),
            "email": _act(Category.CONTACT, "to send the invitation to sign", Subject.INVITED),
            "digest": _act(Category.UNIQUE_ID, "to recognise the secret address of the invitation", Subject.INVITED),
            "signed_at": _act(Category.BEHAVIOUR, "to show who has signed", Subject.INVITED),
            "signed_as": _act(Category.NAME, "to enter the name with which they signed", Subject.INVITED),
        },
        impersonal=("id", "act", "place", "asked_at"),
    ),
)
