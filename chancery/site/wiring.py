"""What holds the rooms together: who follows the ledger, in which order, and what each holds about people.

A new service is one folder and one line in each list.
"""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from chancery.core import clock
from chancery.core import privacy as core
from chancery.core.follow import Follower
from chancery.core.personal import Cookie, Holding
from chancery.records.accounts import actions as accounts_actions
from chancery.records.accounts import dangerous as accounts_dangerous
from chancery.records.accounts import privacy as accounts
from chancery.records.accounts.signon import keys as signon_keys
from chancery.records.accounts.signon import logout as signon_logout
from chancery.records.accounts.signon import privacy as signon
from chancery.records.accounts.two_persons import Dangerous
from chancery.records.documents import privacy as documents
from chancery.records.fees import privacy as fees
from chancery.records.fees.followers import Invoices
from chancery.records.mail import actions as mail_actions
from chancery.records.mail import privacy as mail
from chancery.records.mail.classes import Sender
from chancery.records.mail.followers import Letters
from chancery.records.privacy import actions as privacy_actions
from chancery.records.privacy import privacy
from chancery.records.privacy import queries as privacy_queries
from chancery.records.register import privacy as register
from chancery.services.analytics import actions as analytics_actions
from chancery.services.analytics import privacy as analytics
from chancery.services.contact import privacy as contact
from chancery.services.docket import actions as docket_actions
from chancery.services.docket import privacy as docket
from chancery.services.docket.followers import Lines
from chancery.services.examination import dangerous as examination_dangerous
from chancery.services.examination import privacy as examination
from chancery.services.examination.followers import Desk
from chancery.services.examination.registrations import dangerous as registrations_dangerous
from chancery.services.examination.registrations.followers import RegistrationDesk
from chancery.services.filing import privacy as filing
from chancery.services.filing import sharing
from chancery.services.filing.followers import StatusAlerts
from chancery.services.laws import privacy as laws
from chancery.services.search import laws as searched_laws
from chancery.services.search import privacy as search
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import mail as alert_mail
from chancery.services.search.alerts import run as alert_run
from chancery.services.search.alerts.run import Alerts
from chancery.services.search.fairness import quota
from chancery.services.search.followers import Index
from chancery.services.search.languages import languages
from chancery.services.search.pictures.follower import Pictures
from chancery.services.search.similar.follower import SimilarMarks
from chancery.site import cookies, dangerous, third_party_privacy
from chancery.site.dashboard import supplies
from chancery.site.dashboard.widgets import Widget
from chancery.site.sweeping import sweep

FOLLOWERS: tuple[Follower, ...] = (
    Invoices(),
    Letters(),
    Desk(),
    RegistrationDesk(),
    Lines(),
    StatusAlerts(),
    Index(),
    Pictures(),
    SimilarMarks(),
    Alerts(),
)

CHORES: tuple[Callable[[datetime], object], ...] = (
    lambda at: docket_actions.remind(at=at),
    lambda _at: signon_keys.rotate(at=clock.now(ahead=0)),  # tokens live outside, where nobody sets the clock forward
    lambda _at: signon_logout.clear(at=clock.now(ahead=0)),
    lambda at: privacy_actions.publish(privacy_queries.current(), at=at),
    lambda at: privacy_actions.tell(at=at, send=mail_actions.tell),
    sweep,
    lambda at: mail_actions.send_summaries(at=at),
    lambda at: accounts_actions.fulfil_claims(at=at),
    lambda at: accounts_actions.end_delegations_over(at=at),
    lambda at: sharing.end_those_over(at=at),
    lambda at: analytics_actions.turn(at=at),
    lambda _at: searched_laws.settle(),
    lambda at: alert_run.catch_up(at=at),
    lambda at: alert_mail.send_summaries(alerts.where, at=at),
    lambda at: quota.forget(int(at.timestamp())),
    lambda _at: languages.keep_words_beside(clock.now(ahead=0)),  # by the machine's own time, as its files are
)
"""What the runner does once an hour, told the time: whom to remind, which keys to change. Safe to repeat.

What is to be forgotten is the run of retention (``site/retaining.py``), which the runner does as well.
"""

DANGEROUS_ACTS: tuple[Dangerous, ...] = (
    examination_dangerous.PUBLISH,
    registrations_dangerous.PUBLISH,
    accounts_dangerous.ROLE,
    accounts_dangerous.CLAIM,
    accounts_dangerous.SERVICE,
    dangerous.LIFT,
)
"""What takes two persons (decision 0016)."""

HOLDINGS: tuple[Holding, ...] = (
    *accounts.HOLDS,
    *signon.HOLDS,
    *filing.HOLDS,
    *register.HOLDS,
    *documents.HOLDS,
    *fees.HOLDS,
    *mail.HOLDS,
    *docket.HOLDS,
    *examination.HOLDS,
    *search.HOLDS,
    *laws.HOLDS,
    *contact.HOLDS,
    *analytics.HOLDS,
    *privacy.HOLDS,
    *core.HOLDS,
    *third_party_privacy.HOLDS,
)
"""In the order in which the privacy notice tells them."""

SENDERS: tuple[Sender, ...] = (
    Sender(service="mail", label=_("Letters"), kinds=frozenset({"office", "digest"})),
    Sender(service="accounts", label=_("Account"), kinds=frozenset({"account", "security", "invitation"})),
    Sender(service="contact", label=_("Questions"), kinds=frozenset({"answer"})),
    Sender(service="docket", label=_("Docket"), kinds=frozenset({"reminder"})),
    Sender(service="filing", label=_("Applications"), kinds=frozenset({"invitation", "status", "watched"})),
    Sender(service="search", label=_("Searches"), kinds=frozenset({"alert", "answer"})),
    Sender(service="privacy", label=_("Privacy"), kinds=frozenset({"answer", "change"})),
)
"""Who writes to people, and in which classes of mail. A test holds the list against the code."""

WIDGETS: tuple[Widget, ...] = supplies.WIDGETS
"""The pieces that a person may place on their own page, in the order in which they are offered."""

COOKIES: tuple[Cookie, ...] = cookies.COOKIES
