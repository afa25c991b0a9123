"""Early publication, licences, and the way into the national phase (PCT Art. 21(2)(b), 22)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.events import EarlyPublicationRequested, LicensingIndicated
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Findings, fields, wrong
from chancery.services.filing.shapes import Field

PUBLISH_EARLY = Ask(
    key="publish_early",
    group="publication",
    event=lambda deed: EarlyPublicationRequested(**deed.with_files),
)

TERMS = Field(
    name="terms",
    label=gettext_lazy("Terms"),
    kind="text",
    limit=4000,
    needed=True,
    help=gettext_lazy("Everyone can read them: exclusive or not, in which States, whom to ask."),
)

INDICATE_LICENSING = Ask(
    key="indicate_licensing",
    group="publication",
    event=lambda deed: LicensingIndicated(**deed.with_files, available=True, terms=deed.values["terms"]),
    sections=fields(TERMS),
    initial=lambda right: {"terms": right.licensing or ""},
)


def _not_offered(right: Right) -> Findings:
    if right.licensing is None:
        yield wrong(_("No licences are offered."), cites="PCT Form IB/382")


WITHDRAW_LICENSING = Ask(
    key="withdraw_licensing",
    group="publication",
    event=lambda deed: LicensingIndicated(**deed.with_files, available=False),
    bars=_not_offered,
)

ASKS = (PUBLISH_EARLY, INDICATE_LICENSING, WITHDRAW_LICENSING)
