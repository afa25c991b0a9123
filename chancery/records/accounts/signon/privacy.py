from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_UNTIL_ENDED = Keep(words="until you end it in your account", until=Until.CLOSED)
_SIGN_IN = Keep(words="210 days after you signed in", until=Until.PERIOD, period=Period(days=210), since="at")
_WITH_SIGN_IN = Keep(words="210 days after you signed in", until=Until.OTHER, of="sign_in")
_CALL = Keep(
    words="30 days after the service was told", until=Until.PERIOD, period=Period(days=30), since="delivered_at"
)
_SERVICE = "the service that you signed in to"


def _field(
    category: Category,
    purpose: str,
    *recipients: str,
    keep: Keep = WITH_ACCOUNT,
    subject: Subject = Subject.HOLDER,
) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.CONTRACT,
        keep=keep,
        disposal=Disposal.ERASE,
        recipients=recipients,
        subject=subject,
    )


HOLDS = (
    Holding(
        model="signon.Service",
        what="Services that people sign in to with their account here",
        fields={
            "registered_by": _field(
                Category.ACCOUNT, "to show who of the office registered the service", subject=Subject.STAFF
            )
        },
        impersonal=(
            *("client", "run_by", "purpose", "policy_address", "home_address", "logout_address"),
            *("level", "policy_at", "closed_at"),
        ),
    ),
    Holding(
        model="signon.Access",
        what="What you let a service know",
        fields={
            "user": _field(Category.ACCOUNT, "to know who agreed", keep=_UNTIL_ENDED),
            "service": _field(Category.BEHAVIOUR, "to show you which services you signed in to", keep=_UNTIL_ENDED),
            "asked": _field(Category.ACCOUNT, "to ask you again when it asks for more", keep=_UNTIL_ENDED),
            "given": _field(Category.ACCOUNT, "to give it nothing else", _SERVICE, keep=_UNTIL_ENDED),
            "given_at": _field(Category.BEHAVIOUR, "to show you when you agreed", keep=_UNTIL_ENDED),
            "used_at": _field(Category.BEHAVIOUR, "to show you when you last signed in", keep=_UNTIL_ENDED),
        },
        impersonal=("id",),
    ),
    Holding(
        model="signon.SignIn",
        what="Your sign-ins at services",
        fields={
            "access": _field(Category.ACCOUNT, "to know whose sign-in it is, and where", keep=_SIGN_IN),
            "sid": _field(
                Category.UNIQUE_ID, "to tell the service which of its sessions ended", _SERVICE, keep=_SIGN_IN
            ),
            "session_key": _field(Category.CREDENTIAL, "to tell the service when you sign out here", keep=_SIGN_IN),
            "scopes": _field(Category.ACCOUNT, "to give the service nothing else", keep=_SIGN_IN),
            "authenticated_at": _field(
                Category.BEHAVIOUR, "to tell the service when you signed in", _SERVICE, keep=_SIGN_IN
            ),
            "level": _field(Category.BEHAVIOUR, "to tell the service how surely it is you", _SERVICE, keep=_SIGN_IN),
            "methods": _field(Category.BEHAVIOUR, "to tell the service by which means", _SERVICE, keep=_SIGN_IN),
            "at": _field(Category.BEHAVIOUR, "to end the sign-in after half a year at the latest", keep=_SIGN_IN),
            "left_at": _field(Category.BEHAVIOUR, "to tell the service once that you signed out", keep=_SIGN_IN),
            "ended_at": _field(Category.BEHAVIOUR, "to let nobody in with a stolen token", keep=_SIGN_IN),
        },
        impersonal=("id",),
    ),
    Holding(
        model="signon.Code",
        what="Codes with which a service fetches your sign-in",
        fields={
            "digest": _field(
                Category.CREDENTIAL, "to recognise the code; the code itself is not kept", keep=_WITH_SIGN_IN
            ),
            "sign_in": _field(Category.ACCOUNT, "to know whose sign-in it is", keep=_WITH_SIGN_IN),
            "used_at": _field(Category.BEHAVIOUR, "to notice a code that is used twice", keep=_WITH_SIGN_IN),
        },
        impersonal=("redirect_uri", "challenge", "nonce", "expires_at"),
    ),
    Holding(
        model="signon.SpentRefresh",
        what="Tokens of services that have been exchanged",
        fields={
            "digest": _field(
                Category.CREDENTIAL, "to notice a stolen token; it is not kept itself", keep=_WITH_SIGN_IN
            ),
            "sign_in": _field(Category.ACCOUNT, "to end what came from it", keep=_WITH_SIGN_IN),
            "spent_at": _field(Category.BEHAVIOUR, "to forget it in time", keep=_WITH_SIGN_IN),
        },
    ),
    Holding(
        model="signon.LogoutCall",
        what="Sign-outs of which a service is told",
        fields={
            "sub": _field(Category.UNIQUE_ID, "to say who signed out, as the service knows you", _SERVICE, keep=_CALL),
            "sid": _field(Category.UNIQUE_ID, "to say which of its sessions ended", _SERVICE, keep=_CALL),
            "service": _field(Category.BEHAVIOUR, "to know whom to tell", keep=_CALL),
            "made_at": _field(Category.BEHAVIOUR, "to tell it in time", keep=_CALL),
            "delivered_at": _field(Category.BEHAVIOUR, "to tell it once", keep=_CALL),
        },
        impersonal=("id", "due_at", "tries", "trouble"),
    ),
)
