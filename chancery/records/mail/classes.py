"""What kinds of mail the office sends. A class is fixed in code: no setting makes an optional mail mandatory.

Mandatory mail is what a person must learn to keep an account or a right. It goes out at once and carries no way to
unsubscribe. Optional mail goes to whoever wants it, and carries one (RFC 8058).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class MailClass:
    """``line`` is the text to which a person says yes or no; another text has another ``version``.

    ``at_first``: it goes out until the person says no, because it is sent only to those who have asked for it in
    another place (the docket, the rhythm of the inbox), or whose own registration it is about.
    """

    key: str
    label: Promise
    line: Promise
    mandatory: bool = False
    at_first: bool = False
    version: int = 1

    @property
    def purpose(self) -> str:
        """Its name in the ledger of consents."""
        return f"mail.{self.key}"


MANDATORY = (
    MailClass(
        key="account",
        label=_("Your account"),
        line=_("Opening, confirming and closing your account; a new password."),
        mandatory=True,
    ),
    MailClass(
        key="security",
        label=_("Security"),
        line=_("A sign-in with a new browser, a change of password, address or second factor."),
        mandatory=True,
    ),
    MailClass(
        key="office",
        label=_("Letters of the office"),
        line=_("That a letter about one of your applications waits for you."),
        mandatory=True,
    ),
    MailClass(
        key="answer",
        label=_("Answers"),
        line=_("That the office has received or answered what you asked."),
        mandatory=True,
    ),
    MailClass(
        key="invitation",
        label=_("Invitations and shares"),
        line=_("That somebody asks you to sign, to join or to act for them, or shares something with you, or ends it."),
        mandatory=True,
    ),
    MailClass(
        key="change",
        label=_("Major changes"),
        line=_("A change of the privacy notice or of the terms that concerns you."),
        mandatory=True,
    ),
)

OPTIONAL = (
    MailClass(
        key="reminder",
        label=_("Reminders of time limits"),
        line=_("An e-mail before a time limit of your applications ends, on the days that you chose in the docket."),
        at_first=True,
    ),
    MailClass(
        key="digest",
        label=_("Summary of your inbox"),
        line=_("One e-mail a day or a week that lists what is new in your inbox."),
        at_first=True,
    ),
    MailClass(
        key="status",
        label=_("Status of your registrations"),
        line=_("A change in a designated party, the time for renewal, and the months of grace."),
        at_first=True,
    ),
    MailClass(
        key="watched",
        label=_("Status of registrations shared with you"),
        line=_("A change in a designated party, the time for renewal, and the months of grace, of what others share."),
    ),
    MailClass(
        key="alert",
        label=_("Alerts on your searches"),
        line=_("New records that a search finds of which you asked to be told, as often as you chose there."),
    ),
    MailClass(key="newsletter", label=_("News"), line=_("What is new at the office.")),
    MailClass(key="survey", label=_("Surveys"), line=_("Questions of the office about its services.")),
    MailClass(key="promotion", label=_("Services"), line=_("What services of the office can do for you.")),
    MailClass(key="event", label=_("Events"), line=_("Meetings and conferences that take place.")),
    MailClass(key="webinar", label=_("Webinars"), line=_("Courses and talks on the network.")),
    MailClass(key="publication", label=_("Publications"), line=_("Books, reports and statistics that appear.")),
)


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A room that writes to people: what its messages are called in the inbox, and the classes that it sends."""

    service: str
    label: Promise
    kinds: frozenset[str]


CLASSES: dict[str, MailClass] = {one.key: one for one in (*MANDATORY, *OPTIONAL)}
