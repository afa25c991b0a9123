from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_CLAIMED = Keep(words="1 year after it was decided", until=Until.PERIOD, period=Period(years=1), since="ended_at")
_PROPOSED = Keep(
    words="10 years after it was proposed", until=Until.PERIOD, period=Period(years=10), since="proposed_at"
)
_INVITED = Keep(words="14 days after it was sent", until=Until.PERIOD, period=Period(days=14), since="invited_at")


def _field(
    category: Category,
    purpose: str,
    *recipients: str,
    keep: Keep = WITH_ACCOUNT,
    subject: Subject = Subject.HOLDER,
    disposal: Disposal = Disposal.ERASE,
) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONTRACT,
        keep=keep,
        disposal=disposal,
        recipients=recipients,
        subject=subject,
    )


def _invited(category: Category, purpose: str, subject: Subject = Subject.INVITED) -> Field:
    return _field(category, purpose, keep=_INVITED, subject=subject)


def _proposed(category: Category, purpose: str, *recipients: str) -> Field:
    return _field(category, purpose, *recipients, keep=_PROPOSED, subject=Subject.STAFF, disposal=Disposal.ANONYMISE)


HOLDS = (
    Holding(
        model="accounts.User",
        what="Your account",
        fields={
            "email": _field(Category.CONTACT, "to sign you in and to write to you"),
            "name": _field(Category.NAME, "to address you, and to show who acted"),
            "first_name": _field(Category.NAME, "to be taken over into what you file"),
            "last_name": _field(Category.NAME, "to be taken over into what you file"),
            "address": _field(Category.ADDRESS, "to be taken over into what you file"),
            "country": _field(Category.ADDRESS, "to be taken over into what you file"),
            "phone": _field(Category.CONTACT, "to call you where a letter would be too slow"),
            "reads": _field(Category.ACCOUNT, "to find somebody who can write to you in a language you read"),
            "theme": _field(Category.ACCOUNT, "to show you the light or the dark page on every device"),
            "dashboard": _field(Category.BEHAVIOUR, "to show you your own page as you have arranged it"),
            "password": _field(Category.CREDENTIAL, "to sign you in; kept as a salted hash"),
            "language": _field(Category.ACCOUNT, "to write to you in your language"),
            "last_login": _field(Category.BEHAVIOUR, "to show you when you were last here"),
            "joined_at": _field(Category.ACCOUNT, "to show since when the account exists"),
            "restricted_at": _field(Category.ACCOUNT, "to keep your data without using them, when you ask for it"),
            "is_active": _field(Category.ACCOUNT, "to close an account without deleting what it filed"),
        },
        impersonal=("id", "erased_at"),
    ),
    Holding(
        model="accounts.RoleGrant",
        what="Roles that the office gave you",
        fields={
            "user": _field(Category.ACCOUNT, "to know who may act for the office"),
            "role": _field(Category.ACCOUNT, "to know who may act for the office"),
            "granted_by": _field(Category.ACCOUNT, "to show who gave the role", subject=Subject.STAFF),
            "granted_at": _field(Category.ACCOUNT, "to show when the role was given"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Token",
        what="Your personal tokens for the API",
        fields={
            "user": _field(Category.ACCOUNT, "to know whose token it is"),
            "label": _field(Category.ACCOUNT, "to let you tell your tokens apart"),
            "digest": _field(Category.CREDENTIAL, "to recognise the token; the token itself is not kept"),
            "made_at": _field(Category.ACCOUNT, "to show how old the token is"),
            "revoked_at": _field(Category.ACCOUNT, "to show when the token ended"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Organisation",
        what="Organisations that act through their members",
        fields={
            "name": _field(Category.CONTENT, "to show for whom its members act"),
            "address": _field(Category.ADDRESS, "to be taken over into what the organisation files"),
        },
        impersonal=("id", "country", "members_level", "founded_at", "closed_on"),
    ),
    Holding(
        model="accounts.Membership",
        what="To which organisations you belong",
        fields={
            "user": _field(
                Category.ACCOUNT, "to know who acts for the organisation", "the members of the organisation"
            ),
            "organisation": _field(Category.ACCOUNT, "to know for whom you act"),
            "role": _field(Category.ACCOUNT, "to know who administers the organisation"),
            "since": _field(Category.ACCOUNT, "to know from when on you act for it"),
            "until": _field(Category.ACCOUNT, "to know until when you act for it"),
            "ended_on": _field(Category.ACCOUNT, "to show who acted for it at an earlier time"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Delegation",
        what="Who may act for whom",
        fields={
            "giver": _field(Category.ACCOUNT, "to know for whom somebody acts"),
            "holder": _field(Category.ACCOUNT, "to know who may act", "whoever delegated it"),
            "organisation": _field(Category.ACCOUNT, "to know for which organisation somebody acts"),
            "given_by": _field(Category.ACCOUNT, "to show who delegated it"),
            "scope": _field(Category.ACCOUNT, "to know in what somebody acts"),
            "level": _field(Category.ACCOUNT, "to know what somebody may do"),
            "since": _field(Category.ACCOUNT, "to know from when on"),
            "until": _field(Category.ACCOUNT, "to know until when"),
            "ended_on": _field(Category.ACCOUNT, "to show who acted at an earlier time"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Invitation",
        what="Invitations that wait for an answer",
        fields={
            "email": _invited(Category.CONTACT, "to let nobody else answer it"),
            "digest": _invited(Category.CREDENTIAL, "to recognise the code; the code itself is not kept"),
            "giver": _invited(Category.ACCOUNT, "to show who delegates", Subject.HOLDER),
            "invited_by": _invited(Category.ACCOUNT, "to show who invited", Subject.HOLDER),
            "role": _invited(Category.ACCOUNT, "to show what for"),
            "invited_at": _invited(Category.BEHAVIOUR, "to show how old it is"),
            "answered_at": _invited(Category.BEHAVIOUR, "to let it be answered once"),
        },
        impersonal=("id", "organisation", "scope", "level", "until", "expires_at"),
    ),
    Holding(
        model="accounts.Act",
        what="Who did what with an account or an organisation",
        fields={
            "about": _field(Category.ACCOUNT, "to show you what was done with your account"),
            "by": _field(Category.ACCOUNT, "to show who did it", "whom the act concerns"),
            "organisation": _field(Category.ACCOUNT, "to show its members what happened in it"),
            "at": _field(Category.BEHAVIOUR, "to show when"),
            "kind": _field(Category.BEHAVIOUR, "to show what"),
            "facts": _field(Category.BEHAVIOUR, "to show with what particulars"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Group",
        what="Groups of an organisation's members",
        fields={},
        impersonal=("id", "organisation", "name", "scopes", "level", "made_at"),
    ),
    Holding(
        model="accounts.GroupMember",
        what="To which groups of an organisation you belong",
        fields={
            "user": _field(Category.ACCOUNT, "to know who acts by the group", "the members of the organisation"),
            "group": _field(Category.ACCOUNT, "to know in what you act"),
            "since": _field(Category.ACCOUNT, "to know from when on"),
            "until": _field(Category.ACCOUNT, "to know until when"),
            "ended_on": _field(Category.ACCOUNT, "to show who acted at an earlier time"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.Claim",
        what="Who asked to administer an organisation whose administrators cannot be reached",
        fields={
            "claimant": _field(Category.ACCOUNT, "to know who asks", "the members of the organisation", keep=_CLAIMED),
            "organisation": _field(Category.ACCOUNT, "to know for which organisation", keep=_CLAIMED),
            "reason": _field(
                Category.CONTENT, "to let the office decide", "the members of the organisation", keep=_CLAIMED
            ),
            "allowed_by": _field(
                Category.ACCOUNT, "to show who of the office let it", keep=_CLAIMED, subject=Subject.STAFF
            ),
            "asked_at": _field(Category.BEHAVIOUR, "to show when", keep=_CLAIMED),
            "state": _field(Category.BEHAVIOUR, "to show what became of it", keep=_CLAIMED),
        },
        impersonal=("id", "due_on", "ended_at"),
    ),
    Holding(
        model="accounts.Proposal",
        what="What two persons of the office did together",
        fields={
            "proposed_by": _proposed(Category.ACCOUNT, "to show who proposed it", "those who hold the same role"),
            "decided_by": _proposed(Category.ACCOUNT, "to show who decided on it", "those who hold the same role"),
            "payload": _proposed(Category.BEHAVIOUR, "to do exactly what was confirmed"),
            "reason": _proposed(Category.CONTENT, "to tell why it was declined", "who proposed it"),
            "proposed_at": _proposed(Category.BEHAVIOUR, "to show when"),
            "decided_at": _proposed(Category.BEHAVIOUR, "to show when"),
        },
        impersonal=("id", "act", "digest", "expires_at", "state", "entry"),
    ),
)
