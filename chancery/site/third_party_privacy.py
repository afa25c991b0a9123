"""What the libraries' own tables hold about people: their authors cannot declare it, so we do."""

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding, Keep, Until
from chancery.treaties.kernel import Period

_CONFIRMING = Keep(words="3 days", until=Until.PERIOD, period=Period(days=3), since="created")
_SIGNED_IN = Keep(
    words="until you sign out; at most 14 days after your last visit",
    until=Until.PERIOD,
    period=Period(days=14),
    since="last_seen_at",
)
_SESSION = Keep(
    words="until you sign out; at most 14 days after your last visit",
    until=Until.PERIOD,
    period=Period(),
    since="expire_date",
)
_TOKEN = Keep(words="at most 30 days", until=Until.PERIOD, period=Period(), since="expires_at")


def _field(category: Category, purpose: str, *, keep: Keep = WITH_ACCOUNT) -> Field:
    return Field(category=category, purpose=purpose, basis=Basis.CONTRACT, keep=keep, disposal=Disposal.ERASE)


HOLDS = (
    Holding(
        model="account.EmailAddress",
        what="Your e-mail addresses",
        fields={
            "user": _field(Category.ACCOUNT, "to know whose address it is"),
            "email": _field(Category.CONTACT, "to sign you in and to write to you"),
            "verified": _field(Category.ACCOUNT, "to write to addresses only that are yours"),
            "primary": _field(Category.ACCOUNT, "to know to which address to write"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="account.EmailConfirmation",
        what="Confirmations of an address that are still open",
        fields={
            "email_address": _field(Category.CONTACT, "to see that an address is yours", keep=_CONFIRMING),
            "key": _field(Category.CREDENTIAL, "to recognise the link that was sent to you", keep=_CONFIRMING),
        },
        impersonal=("id", "created", "sent"),
    ),
    Holding(
        model="mfa.Authenticator",
        what="Your second factors and passkeys",
        fields={
            "user": _field(Category.ACCOUNT, "to know whose it is"),
            "type": _field(Category.ACCOUNT, "to ask you for the right one"),
            "data": _field(Category.CREDENTIAL, "to check the code or the key that you show"),
            "created_at": _field(Category.BEHAVIOUR, "to show you how old it is"),
            "last_used_at": _field(Category.BEHAVIOUR, "to show you when it was last used"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="usersessions.UserSession",
        what="Where you are signed in",
        fields={
            "user": _field(Category.ACCOUNT, "to show you your own sessions, and nobody else's", keep=_SIGNED_IN),
            "ip": _field(Category.DEVICE, "to let you recognise a session that is not yours", keep=_SIGNED_IN),
            "user_agent": _field(Category.DEVICE, "to let you recognise a session that is not yours", keep=_SIGNED_IN),
            "created_at": _field(Category.BEHAVIOUR, "to show you since when you are signed in", keep=_SIGNED_IN),
            "last_seen_at": _field(Category.BEHAVIOUR, "to show you when a session was last used", keep=_SIGNED_IN),
            "session_key": _field(Category.CREDENTIAL, "to end a session that you no longer want", keep=_SIGNED_IN),
        },
        impersonal=("id", "data"),
    ),
    Holding(
        model="sessions.Session",
        what="What the site remembers while you are signed in",
        fields={
            "session_key": _field(Category.CREDENTIAL, "to recognise your browser", keep=_SESSION),
            "session_data": _field(Category.ACCOUNT, "to know who is signed in, and how", keep=_SESSION),
        },
        impersonal=("expire_date",),
    ),
    Holding(
        model="allauth_idp_oidc.Client",
        what="Services that people sign in to: number, secret, addresses",
        fields={"owner": _field(Category.ACCOUNT, "unused: a service belongs to the office")},
        impersonal=(
            *("id", "name", "secret", "scopes", "default_scopes", "type", "grant_types", "redirect_uris"),
            *("cors_origins", "allow_uri_wildcards", "response_types", "skip_consent", "created_at", "data"),
        ),
    ),
    Holding(
        model="allauth_idp_oidc.Token",
        what="With what a service asks for what you let it know",
        fields={
            "user": _field(Category.ACCOUNT, "to know of whom", keep=_TOKEN),
            "client": _field(Category.BEHAVIOUR, "to know which service may ask", keep=_TOKEN),
            "hash": _field(Category.CREDENTIAL, "to recognise the token; the token itself is not kept", keep=_TOKEN),
            "data": _field(Category.ACCOUNT, "to know from which sign-in it came", keep=_TOKEN),
            "scopes": _field(Category.ACCOUNT, "to give the service nothing else", keep=_TOKEN),
            "created_at": _field(Category.BEHAVIOUR, "to end it in time", keep=_TOKEN),
        },
        impersonal=("id", "type", "expires_at"),
    ),
    Holding(
        model="socialaccount.SocialAccount",
        what="Your accounts elsewhere with which you sign in here",
        fields={
            "user": _field(Category.ACCOUNT, "to know whose account it is"),
            "provider": _field(Category.ACCOUNT, "to know where the account is"),
            "uid": _field(Category.UNIQUE_ID, "to recognise you when you come from there"),
            "extra_data": _field(Category.ACCOUNT, "unused: what else the provider says is not kept"),
            "last_login": _field(Category.BEHAVIOUR, "to show you when you last came from there"),
            "date_joined": _field(Category.BEHAVIOUR, "to show you since when it is linked"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="socialaccount.SocialApp",
        what="Providers elsewhere, unused: they stand in a file of the operator",
        impersonal=("id", "provider", "provider_id", "name", "client_id", "secret", "key", "settings"),
    ),
    Holding(
        model="socialaccount.SocialToken",
        what="Tokens of providers elsewhere, unused: none is kept",
        fields={
            "account": _field(Category.ACCOUNT, "unused"),
            "token": _field(Category.CREDENTIAL, "unused"),
            "token_secret": _field(Category.CREDENTIAL, "unused"),
        },
        impersonal=("id", "app", "expires_at"),
    ),
    Holding(model="contenttypes.ContentType", what="Names of the tables", impersonal=("id", "app_label", "model")),
    # Roles are ours (accounts.RoleGrant); the framework's own groups and permissions stay empty or unused.
    Holding(
        model="auth.Permission",
        what="The framework's permissions, unused",
        impersonal=("id", "name", "content_type", "codename"),
    ),
    Holding(model="auth.Group", what="The framework's groups, unused", impersonal=("id", "name")),
    Holding(
        model="auth.Group_permissions",
        what="The framework's groups, unused",
        impersonal=("id", "group", "permission"),
    ),
)
