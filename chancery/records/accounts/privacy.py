from chancery.core.personal import Basis, Category, Disposal, Field, Holding

_ACCOUNT = "as long as the account exists"


def _field(category: Category, purpose: str) -> Field:
    return Field(category=category, purpose=purpose, basis=Basis.CONTRACT, keep=_ACCOUNT, disposal=Disposal.ERASE)


HOLDS = (
    Holding(
        model="accounts.User",
        what="Your account",
        fields={
            "email": _field(Category.CONTACT, "to sign you in and to write to you"),
            "name": _field(Category.NAME, "to address you, and to show who acted"),
            "password": _field(Category.CREDENTIAL, "to sign you in; kept as a salted hash"),
            "language": _field(Category.ACCOUNT, "to write to you in your language"),
            "last_login": _field(Category.BEHAVIOUR, "to show you when you were last here"),
            "joined_at": _field(Category.ACCOUNT, "to show since when the account exists"),
            "is_active": _field(Category.ACCOUNT, "to close an account without deleting what it filed"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="accounts.RoleGrant",
        what="Roles that the office gave you",
        fields={
            "user": _field(Category.ACCOUNT, "to know who may act for the office"),
            "role": _field(Category.ACCOUNT, "to know who may act for the office"),
            "granted_by": _field(Category.ACCOUNT, "to show who gave the role"),
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
)
