"""Where each piece of what is held is put right, what can be stopped at once, and how an account is restricted."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chancery.records.accounts import actions as accounts
from chancery.records.accounts import queries as people
from chancery.records.mail import wishes
from chancery.records.privacy.rights import Application, Correction, Objection, Rights
from chancery.records.register import queries as register

PROFILE = Correction(label=_("Change it in your profile"), url="accounts:profile")
ADDRESSES = Correction(label=_("Change your addresses"), url="account_email")
SESSIONS = Correction(label=_("End a session"), url="usersessions_list")
ORGANISATIONS = Correction(label=_("Change it with the organisation"), url="accounts:organisations")
DRAFTS = Correction(label=_("Write it anew in the draft"), url="filing:mine")
SERVICES = Correction(label=_("End it at your services"), url="signon:services")
ELSEWHERE = Correction(label=_("Unlink the account elsewhere"), url="signon:linked")
QUESTIONS = Correction(label=_("Write under the question"), url="contact:mine")
SEARCHES = Correction(label=_("Change it among your saved searches"), url="search:saved")
MAIL = Correction(label=_("Choose again"), url="inbox:mail")
CHANGE = Correction(label=_("Have the change recorded in the application"), cites="PCT Rule 92bis.1")
RECTIFY = Correction(label=_("Have the mistake rectified in the application"), cites="PCT Rule 91.1")
RECORD = Correction(label=_("A record of what happened: ask the office below"))

CORRECTIONS: Mapping[str, Correction] = {
    "accounts.User": PROFILE,
    "accounts.RoleGrant": RECORD,
    "accounts.Token": Correction(label=_("Revoke it and make a new one"), url="accounts:tokens"),
    "accounts.Organisation": ORGANISATIONS,
    "accounts.Membership": ORGANISATIONS,
    "accounts.Delegation": ORGANISATIONS,
    "accounts.Invitation": ORGANISATIONS,
    "accounts.GroupMember": ORGANISATIONS,
    "accounts.Claim": RECORD,
    "accounts.Proposal": RECORD,
    "accounts.Act": RECORD,
    "account.EmailAddress": ADDRESSES,
    "account.EmailConfirmation": ADDRESSES,
    "mfa.Authenticator": Correction(label=_("Change your second factors"), url="mfa_index"),
    "usersessions.UserSession": SESSIONS,
    "sessions.Session": SESSIONS,
    "socialaccount.SocialAccount": ELSEWHERE,
    "socialaccount.SocialToken": ELSEWHERE,
    "signon.Service": RECORD,
    "signon.Access": SERVICES,
    "signon.SignIn": SERVICES,
    "signon.Code": SERVICES,
    "signon.SpentRefresh": SERVICES,
    "signon.LogoutCall": SERVICES,
    "allauth_idp_oidc.Client": RECORD,
    "allauth_idp_oidc.Token": SERVICES,
    "filing.Draft": DRAFTS,
    "filing.SignatureRequest": DRAFTS,
    "filing.PreparedAct": DRAFTS,
    "filing.ActSignature": DRAFTS,
    "register.Share": Correction(label=_("Share it otherwise, in the application"), url="filing:mine"),
    "register.Contact": CHANGE,
    "documents.File": RECTIFY,
    "documents.Deposit": RECORD,
    "fees.InvoiceLine": RECTIFY,
    "fees.Payment": RECORD,
    "fees.Repayment": RECORD,
    "mail.Letter": RECORD,
    "mail.Note": RECORD,
    "mail.Item": RECORD,
    "mail.Rhythm": MAIL,
    "docket.Wish": Correction(label=_("Choose other days"), url="docket:wishes"),
    "docket.Reminded": RECORD,
    "examination.Case": CHANGE,
    "examination.Appearance": CHANGE,
    "examination.RegistrationCase": CHANGE,
    "examination.Assignment": RECORD,
    "contact.Question": QUESTIONS,
    "contact.Said": QUESTIONS,
    "search.SavedSearch": SEARCHES,
    "search.Workbook": Correction(label=_("Change it in the workbook"), url="search:sets"),
    "search.Alert": SEARCHES,
    "search.Found": RECORD,
    "search.Call": RECORD,
    "privacy.Request": Correction(label=_("Withdraw it below, and ask again"), url="privacy:rights"),
    "privacy.Consent": MAIL,
    "privacy.NoticeAcceptance": RECORD,
    "privacy.NoticeTold": RECORD,
    "privacy.BreachNote": RECORD,
    "privacy.Exercise": RECORD,
    "privacy.Look": RECORD,
    "privacy.Erasure": RECORD,
    "privacy.Hold": RECORD,
    "core.Entry": CHANGE,
    "core.OutboxItem": RECORD,
}
"""By table; a test holds the list against the declarations."""

OBJECTIONS: tuple[Objection, ...] = (
    Objection(
        key="mail",
        label=_("Mail that the office need not send"),
        line=_(
            "Reminders, summaries, newsletters, surveys: none of them goes out any more. You can choose again later."
        ),
        cites="GDPR Art. 21(2)",
        stands=lambda user: any(one.on for one in wishes.switches(user)),
        stop=lambda user, *, at: wishes.stop_all(user=user, how="objection", at=at),
    ),
)


def applications(user_id: int, on: date) -> Iterator[Application]:
    """What a person has part in, each with the address of the act that records a change of persons."""
    for number, right in register.rights(register.shared_with(user_id, on=on)).items():
        url = reverse("filing:act", args=[register.in_address(number), "change_parties"])
        yield Application(number=number, title=right.application.title, url=url)


RIGHTS = Rights(
    corrections=CORRECTIONS,
    objections=OBJECTIONS,
    applications=applications,
    restricted_since=people.restricted_since,
    restrict=accounts.restrict,
    lift=accounts.lift_restriction,
)
