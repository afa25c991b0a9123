"""What anyone may say of a published application: documents against novelty or inventive step (PCT AI 801-805)."""

from datetime import datetime

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core import clock
from chancery.core.refusal import Denied, Refused
from chancery.records.documents import actions as keeping
from chancery.records.documents import queries as documents
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.records.register.events import ObservationSubmitted
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, read, wrong
from chancery.services.filing.acts.brought import Brought
from chancery.services.filing.acts.doing import Sent, possible
from chancery.services.filing.shapes import Field

CITATIONS = 10  # of one observation
OF_A_CITATION = ("document", "passages", "claims", "text")
FILES = 5
SALT = "third-party observation"
RECEIPT = "observation received"


def _citation(place: int) -> Section:
    path = f"citations.{place}"
    return Section(
        label=_("Document {n}").format(n=place + 1),
        folded=place > 0,
        fields=(
            Field(
                name=f"{path}.document",
                label=_("Which document"),
                help=_("A patent by its number; else author, title, publisher, day, or the address of a page."),
                limit=500,
                needed=place == 0,
                optional=place > 0,
            ),
            Field(name=f"{path}.passages", label=_("Where in it"), limit=300, optional=True, half=True),
            Field(name=f"{path}.claims", label=_("Against which claims"), limit=100, optional=True, half=True),
            Field(
                name=f"{path}.text",
                label=_("Why it matters"),
                kind="text",
                limit=5000,
                optional=True,
                help=_("Briefly: which features it shows. Only novelty and inventive step are looked at."),
            ),
        ),
    )


NAME = Field(
    name="name",
    label=gettext_lazy("Your name"),
    limit=200,
    optional=True,
    autocomplete="name",
    help=gettext_lazy("You may stay unnamed. A name that you give is told to the applicant and the Offices."),
)


def _sections(_right: Right) -> tuple[Section, ...]:
    return (*(_citation(place) for place in range(CITATIONS)), Section(label=_("You"), fields=(NAME,)))


def _event(deed: Deed) -> ObservationSubmitted:
    return ObservationSubmitted(
        observation=len(deed.right.observations) + 1,
        received_on=deed.on.isoformat(),
        citations=tuple(
            {name: deed.values[f"citations.{place}.{name}"] for name in OF_A_CITATION}
            for place in range(CITATIONS)
            if deed.values[f"citations.{place}.document"]
        ),
        name=deed.values["name"],
        documents=deed.files,
    )


def _judge(deed: Deed) -> Findings:
    for place in range(CITATIONS):
        said = [deed.values[f"citations.{place}.{name}"] for name in OF_A_CITATION[1:]]
        if any(said) and not deed.values[f"citations.{place}.document"]:
            yield wrong(_("Say which document it is."), field=f"citations.{place}.document")


OBSERVE = Ask(
    key="observe",
    group="publication",
    event=_event,
    sections=_sections,
    uploads=(
        Upload(
            kind="document",
            label=gettext_lazy("Copies of the documents"),
            help=gettext_lazy("PDF files; not needed for patents. Mind the rights of others in them."),
        ),
    ),
    judge=_judge,
)


def attach(number: str, *, data: bytes, name: str, by: int | None, at: datetime) -> Brought:
    """Keep a copy of a cited document. Raises `Refused` with the reason."""
    _public(number)
    kept = keeping.keep_pdf(data, name=name, by=by, at=at, field="files.document")
    return Brought(kind="document", sha256=kept.sha256, name=name[:255])


def ticket(one: Brought) -> str:
    """A file of somebody who need not be known, as it travels with the form: only this office can have written it."""
    return signing.dumps([one.kind, one.sha256, one.name], salt=SALT)


def of_ticket(text: str) -> Brought | None:
    try:
        kind, sha256, name = signing.loads(text, salt=SALT, max_age=24 * 3600)
    except (signing.BadSignature, ValueError):
        return None
    return Brought(kind=kind, sha256=sha256, name=name)


def receipt(number: str, entry: int) -> str:
    """What whoever has sent an observation keeps: known to them alone, and only this office can have written it."""
    return signing.dumps([number, entry], salt=RECEIPT)


def of_receipt(token: str) -> tuple[str, int]:
    """Number and ledger entry of a receipt. Raises ``ValueError`` for what is none."""
    try:
        number, entry = signing.loads(token, salt=RECEIPT)
    except signing.BadSignature:
        raise ValueError("no such receipt") from None
    return number, entry


def observe(number: str, sent: Sent, *, at: datetime) -> int:
    """Submit an observation. Returns the ledger entry; the same again within a day, the first one's."""
    with transaction.atomic():
        right = _public(number)
        on = clock.local_day(at)
        can = possible(OBSERVE, right, on=on)
        if can.findings:
            raise Refused(can.findings)
        values, found = read(OBSERVE, right, sent.values)
        if len(sent.files) > FILES:
            found += (wrong(_("At most {most} files are taken.").format(most=FILES), field="files.document"),)
        if found:
            raise Refused(found)
        files = tuple(_entered(one) for one in sent.files)
        deed = Deed(key="observe", right=right, values=values, files=files, parts=(), signatures=(), on=on)
        if wrongs := tuple(OBSERVE.judge(deed)):
            raise Refused(wrongs)
        event = _event(deed)
        return _again(right, event) or register.enter(number, event, after=right.version, at=at).number


def _again(right: Right, event: ObservationSubmitted) -> int | None:
    """The entry in which the very same has been said today."""
    for entry in reversed(rights.timeline(right.number)):
        if entry.kind == event.kind() and entry.body is not None:
            body = {**event.to_body(), "observation": entry.body["observation"]}
            if ObservationSubmitted.from_body(body) == ObservationSubmitted.from_body(entry.body):
                return entry.number
    return None


def _public(number: str) -> Right:
    """A published right; anything else is as if it were not there."""
    right = rights.right(number) if rights.is_public(number) else None
    if right is None:
        raise Denied.because(_("There is no published application with this number."))
    return right


def _entered(one: Brought) -> dict[str, object]:
    measures = documents.measured(one.sha256)
    return {
        "kind": one.kind,
        "sha256": one.sha256,
        "name": one.name,
        "sheets": len(measures.pages) if measures else 0,
        "size": documents.size(one.sha256),
    }
