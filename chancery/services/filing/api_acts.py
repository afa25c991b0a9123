"""Acts after filing over the API: what can be done, what would change, and doing it."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Status
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Text, Told, ToldFinding, Trouble, camel_path
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.records.register.queries import Right
from chancery.services.filing import queries
from chancery.services.filing.acts import doing, effects
from chancery.services.filing.acts.asking import Ask
from chancery.services.filing.acts.brought import FILES
from chancery.services.filing.acts.doing import Sent
from chancery.services.filing.acts.table import ASKS, GROUPS
from chancery.services.filing.acts.wire import (
    FILE,
    ActDone,
    ActField,
    ActFile,
    ChangedField,
    FileKind,
    KeptFile,
    MovedLimit,
    SentFile,
    brought,
    known_day,
    told_done,
    told_fields,
    told_files,
    told_moves,
)
from chancery.services.filing.api_fees import FilingFee, told_fee
from chancery.services.filing.entitled import may_do
from chancery.treaties import pct
from chancery.treaties.kernel import Finding

router = room_router(tags=["Filing"], auth=PersonalToken())

Address = Annotated[
    str, Field(pattern=r"^PCT-[A-Z]{2}\d{4}-\d{6}$", description="As in an address: PCT-IB2026-000001.")
]
ActKey = Annotated[str, Field(pattern=r"^[a-z][a-z_0-9]{1,40}$", description="A key of the list: withdraw_priority.")]
Place = Annotated[int, Field(strict=True, ge=0, le=1000)]
PATH = "/applications/{number}/acts"


class ActLine(Told):
    """Whether an act can be done today. `findings` say why not; `until` is its last day, `late` why it still can be."""

    key: str
    group: str
    title: str
    cites: str
    who: str
    says: str
    open: bool
    yours: bool = Field(description="Whether you may do it, as the application is shared with you.")
    until: date | None
    not_determinable: str | None
    late: str
    fees: list[FilingFee]
    findings: list[ToldFinding]


class ActList(Told):
    """`version` is that of the file: send it along with an act."""

    version: int
    on: date
    items: list[ActLine]


class ActForm(Told):
    """What is asked for an act."""

    version: int
    act: ActLine
    fields: list[ActField]
    files: list[ActFile]


class SentSignature(Asked):
    """A signature stands for the party or the agent at this place of the request, from 0; or by its name alone."""

    name: Annotated[Text, Field(min_length=1, max_length=300)]
    capacity: Annotated[Text, Field(max_length=300)] = ""
    party: Place | None = None
    agent: Place | None = None


class SentAct(Asked):
    """`values` by the names of the form's fields; what is left out stays as the form shows it."""

    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    values: Annotated[
        dict[str, Text | bool | Annotated[list[Text], Field(max_length=2000)]], Field(max_length=2000)
    ] = {}
    files: Annotated[list[SentFile], Field(max_length=FILES)] = []
    signatures: Annotated[list[SentSignature], Field(max_length=100)] = []


class ActEffect(Told):
    """What the act would change. Nothing has been entered."""

    changes: list[ChangedField]
    time_limits: list[MovedLimit]
    ends: bool


@router.get(PATH, response=ActList, operation_id="listActs", summary="List what can be done with an application")
def list_acts(request: HttpRequest, number: Path[Address]) -> ActList:
    """Every act after filing: open or not today, why not, until when, at what fee."""
    right, on = _own(request, number), clock.today()
    lines = [_line(request, right, ask, on) for ask in ASKS.values()]
    return ActList(version=right.version, on=on, items=lines)


@router.get(PATH + "/{act}", response=ActForm, operation_id="readAct", summary="Read what is asked for an act")
def read_act(request: HttpRequest, number: Path[Address], act: Path[ActKey]) -> ActForm:
    right, ask = doing.with_contacts(_own(request, number)), _asked(act)
    initial = ask.initial(right) if right.received_on else {}
    fields = ask.fields(right) if right.received_on else {}
    return ActForm(
        version=right.version,
        act=_line(request, right, ask, clock.today()),
        fields=told_fields(fields, initial),
        files=told_files(ask.uploads),
    )


@router.post(
    PATH + "/{act}/files",
    response={201: KeptFile},
    operation_id="bringActFile",
    summary="Bring a file for an act",
    openapi_extra=FILE,
)
def bring(
    request: HttpRequest, number: Path[Address], act: Path[ActKey], kind: Query[FileKind], name: Query[str] = ""
) -> Any:
    """The body is the file itself, checked and kept byte for byte. Name it in the act by its hash."""
    right = _own(request, number)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    _asked(act)
    kept = doing.attach(
        right.number, act, kind=kind, data=data, name=name[:255] or kind, by=_by(request), at=clock.now()
    )
    return Status(201, KeptFile(kind=kept.kind, sha256=kept.sha256, name=kept.name))


@router.post(PATH + "/{act}/check", response=ActEffect, operation_id="checkAct", summary="See what an act would change")
def check_act(request: HttpRequest, number: Path[Address], act: Path[ActKey], sent: SentAct) -> ActEffect:
    """Everything that is looked at when the act is done; but nothing is entered."""
    right, _ask = _own(request, number), _asked(act)
    prepared = doing.prepare(right.number, act, _sent(sent), by=_by(request), at=clock.now())
    before, after = prepared.deed.right, prepared.after
    return ActEffect(
        changes=[
            ChangedField(what=str(one.label), before=one.before, after=one.after)
            for one in effects.changes(before.application, after.application)
        ],
        time_limits=told_moves(effects.moved(before, after)),
        ends=after.ended and not before.ended,
    )


@router.post(PATH + "/{act}", response={201: ActDone}, operation_id="doAct", summary="Do an act")
def do_act(request: HttpRequest, number: Path[Address], act: Path[ActKey], sent: SentAct) -> Any:
    """One entry of the ledger. Sent twice, it answers the same. 409 if the file has changed since `version`."""
    right, _ask = _own(request, number), _asked(act)
    entry = doing.hand_in(right.number, act, _sent(sent), by=_by(request), at=clock.now())
    return Status(201, told_done(request, right.number, entry, page="filing:act-done"))


def _by(request: HttpRequest) -> int:
    user: Any = request.user
    return int(user.pk)


def _own(request: HttpRequest, number: str) -> Right:
    right = queries.own(rights.from_address(number), user_id=_by(request), on=clock.today())
    if right is None:
        raise Trouble(404, "There is no such application among yours.")
    return right


def _asked(act: str) -> Ask:
    if act not in ASKS:
        raise Trouble(404, "There is no such act.")
    return ASKS[act]


def _sent(sent: SentAct) -> Sent:
    return Sent(
        version=sent.version,
        values=sent.values,
        files=brought(sent.files),
        signatures=tuple(
            pct.Signature(name=one.name, capacity=one.capacity, party=one.party, agent=one.agent)
            for one in sent.signatures
        ),
    )


def _line(request: HttpRequest, right: Right, ask: Ask, on: date) -> ActLine:
    found = doing.possible(ask, right, on=on)
    due = found.until.due if found.until else None
    level = rights.level(right.number, _by(request), on=on)
    fees = [found.fee, *found.more_fees] if found.fee else []
    return ActLine(
        key=ask.key,
        group=str(GROUPS[ask.group]),
        title=found.act.title,
        cites=found.act.cites,
        who=found.act.who,
        says=found.act.says,
        open=found.open,
        yours=may_do(found.act, level),
        until=known_day(due),
        not_determinable=str(due) if isinstance(due, pct.NotDeterminable) else None,
        late=found.late,
        fees=[told_fee(one) for one in fees],
        findings=[_finding(one) for one in found.findings],
    )


def _finding(one: Finding) -> ToldFinding:
    return ToldFinding(cites=one.cites, message=one.message, field=camel_path(one.field), severity=one.severity)
