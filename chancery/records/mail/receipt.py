"""The receipt: what was received, when, what it costs, and how anyone can check that the office cannot take it back."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.core import ledger, tiles
from chancery.core.checkpoint import Checkpoint
from chancery.core.ledger import Entry
from chancery.records.documents.actions import LedgerProof
from chancery.records.mail.draft import Draft, Facts, files, instant
from chancery.records.register.events import ApplicationFiled
from chancery.treaties import pct
from chancery.treaties.kernel import FeeLine, Money, of_office

BREAK = "\u200b"  # where a long signature may be broken on paper


def receipt(entry: Entry) -> Draft:
    filed = ApplicationFiled.from_body(entry.body or {})
    application = pct.Application.from_dict(filed.application)
    return Draft(
        subject=_("Receipt"),
        paragraphs=(
            _(
                "The office has received papers that purport to be an international application under the Patent "
                "Cooperation Treaty, and has marked them with the number above. Whether an international filing date "
                "can be accorded is examined next (PCT Art. 11(1), Rule 20); you will be told."
            ),
            _("Before international publication nobody but you and the office sees them (PCT Art. 30)."),
            _(
                "To check this receipt without trusting the office, download the proof at the address below and run "
                "“chancery verify proof.json”: it recomputes every hash from the event to the signed checkpoint."
            ),
        ),
        facts=(
            *_what(entry, filed, application),
            *_who(application),
            *files(filed.documents),
            *_fees(application, date.fromisoformat(filed.received_on)),
            *path(entry),
        ),
        proof=proof(entry),
    )


def proof(entry: Entry) -> LedgerProof:
    """That the entry is in the ledger, as it is printed on a receipt."""
    found = ledger.inclusion(entry.number)
    return LedgerProof(
        entry=entry.number,
        commitment=entry.commitment.hex(),
        tree_size=found.size,
        root=found.root.hex(),
        address=settings.SITE_URL + reverse("register:entry", args=[entry.number]),
    )


def _what(entry: Entry, filed: ApplicationFiled, application: pct.Application) -> Facts:
    return (
        (_("Number"), filed.number),
        (_("Received"), instant(entry.at)),
        (_("Receiving Office"), filed.receiving_office),
        (_("Title of the invention"), application.title or "–"),
    )


def _who(application: pct.Application) -> Facts:
    named = [(_("Applicant"), party.name, party.country) for party in application.applicants]
    named += [(_("Agent"), agent.name, agent.country) for agent in application.agents]
    return tuple((label, f"{name} ({country})" if country else name) for label, name, country in named)


def _fees(application: pct.Application, received_on: date) -> Facts:
    """The fees as in force on the day of receipt; what is not determinable is said so."""
    limits = pct.time_limits(pct.Record.of(application), calendars=of_office)
    rows = [(_(line.label), _fee(line)) for line in pct.fees(application, on=received_on).lines]
    rows += [
        (_("Fees to be paid by"), f"{limit.due} ({limit.cites})") for limit in limits if "Rule 15.3" in limit.cites
    ]
    return tuple(rows)


def _fee(line: FeeLine) -> str:
    amount = str(line.amount) if isinstance(line.amount, Money) else _(str(line.amount))
    doubt = f"; {_('unverified')}" if line.confidence == "unverified" else ""
    return f"{amount} ({line.cites}{doubt})"


def path(entry: Entry) -> Facts:
    """The audit path from this entry to the signed root, leaf upwards."""
    found = ledger.inclusion(entry.number)
    signed = tiles.office_signer().sign(Checkpoint(settings.LEDGER_ORIGIN, found.size, found.root))
    signature = signed.strip().splitlines()[-1].rpartition(" ")[2]
    broken = BREAK.join(signature[start : start + 16] for start in range(0, len(signature), 16))
    hashes = ((f"{_('Audit path')} {place}", digest.hex()) for place, digest in enumerate(found.path, start=1))
    return (*hashes, (_("Checkpoint"), f"{settings.LEDGER_ORIGIN} {found.size}"), (_("Signature"), broken))
