"""Asking for the rectification of an obvious mistake (PCT Rule 91): of a datum of the request, or of anything else."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.event import Event
from chancery.records.register.queries import Right
from chancery.services.filing.acts.asking import Ask, Deed, Findings, Section, Upload, wrong
from chancery.services.filing.acts.making import paper
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.choices import Choices
from chancery.services.filing.shapes import Field
from chancery.treaties import pct

WHERE = Field(
    name="where",
    label=gettext_lazy("Where else the mistake stands"),
    limit=300,
    optional=True,
    help=gettext_lazy("Part, sheet and line: description, sheet 4, line 12."),
)
MISTAKE = Field(name="mistake", label=gettext_lazy("As it stands there"), kind="text", limit=4000, optional=True)
MEANT = Field(name="correction", label=gettext_lazy("What was meant"), kind="text", limit=4000, needed=True)


def _data(right: Right) -> Iterator[tuple[str, str]]:
    """Each datum of the request with what stands there now: ``Title of the invention: Hinge``."""
    application = right.application
    for path in pct.rectifiable(application):
        if stands := pct.datum(application, path):
            yield path, f"{_called(application, path)}: {stands.replace(chr(10), ', ')[:120]}"


def _called(application: pct.Application, path: str) -> str:
    """A datum by its field, and by whose it is: ``Weber, Anna, Address``."""
    name, _dot, rest = path.partition(".")
    if not rest:
        return str(PCT.label_of(path))
    item = getattr(application, name)[int(rest.partition(".")[0])]
    return ", ".join(filter(None, (getattr(item, "name", "") or getattr(item, "number", ""), str(PCT.label_of(path)))))


def _sections(right: Right) -> tuple[Section, ...]:
    offered: Choices = [("", _("Something else: description, claims, drawings, another paper")), *_data(right)]
    datum = Field(
        name="datum",
        label=_("What is wrong"),
        kind="choice",
        choices=lambda: offered,
        optional=True,
        help=_("What stands in the request is put right as soon as the Office authorizes it."),
    )
    return (Section(fields=(datum, WHERE, MISTAKE, MEANT)),)


def _judge(deed: Deed) -> Findings:
    path, meant = deed.values["datum"], deed.values["correction"]
    if not path:
        for name in ("where", "mistake"):
            if not deed.values[name]:
                yield wrong(_("This is needed."), field=name, cites="PCT Rule 91.1(a)")
        return
    application = deed.right.application
    if meant == pct.datum(application, path):
        yield wrong(_("This is what stands there now."), field="correction")
    try:
        pct.rectified(application, path, meant)
    except pct.BadData as bad:
        message = _("This cannot stand there: {reason}.").format(reason=bad.reason)
        yield wrong(message, field="correction", cites="PCT Rule 91.1(a)")


def _asked(deed: Deed) -> Event:
    """The request for rectification; of a datum it says itself where it stands and what stands there."""
    values, application = deed.values, deed.right.application
    path = values["datum"]
    where = _called(application, path) if path else values["where"]
    mistake = pct.datum(application, path) if path else values["mistake"]
    return paper(deed, datum=path, where=where, mistake=mistake, correction=values["correction"])


RECTIFY = Ask(
    key="rectify_mistake",
    group="request",
    event=_asked,
    sections=_sections,
    uploads=(Upload(kind="replacement sheet", label=gettext_lazy("Replacement sheets")),),
    judge=_judge,
)

ASKS = (RECTIFY,)
