"""Later acts of registrations over the API: what can be done, what would change, doing it, and answering notices."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Status
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import Asked, PersonalToken, Text, Told, ToldFinding, Trouble, camel_path
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.services.filing.acts.brought import FILES
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
from chancery.services.filing.entitled import OWNER
from chancery.services.filing.registrations import acts_doing as doing
from chancery.services.filing.registrations import acts_showing as showing
from chancery.services.filing.registrations.acts_answering import ANSWERING
from chancery.services.filing.registrations.acts_asking import Ask, Way
from chancery.services.filing.registrations.acts_doing import Prepared, Sent
from chancery.services.filing.registrations.acts_table import GROUPS, asks
from chancery.services.filing.registrations.file_api import PATH, RegistrationAddress, by_whom, known_file

router = room_router(tags=["Filing"], auth=PersonalToken())

ActKey = Annotated[str, Field(pattern=r"^[a-z][a-z_0-9]{1,40}$", description="A key of the list: limit_goods.")]
NoticeNumber = Annotated[int, Field(ge=1, le=1_000_000)]
ACT, NOTICE = PATH + "/acts/{act}", PATH + "/notices/{notice}/answer"


class LaterActLine(Told):
    """Whether an act can be done today. `way` says how: by a request, a payment, the answer to a notice, or elsewhere.

    `findings` say why not; `until` is its last day, `late` why it still can be done after it.
    """

    key: str
    group: str
    title: str
    cites: str
    who: str
    at: str
    form: str
    says: str
    way: Way
    open: bool
    yours: bool = Field(description="Whether you may do it, as the registration is shared with you.")
    until: date | None
    late: str
    fees: list[FilingFee]
    findings: list[ToldFinding]


class LaterActList(Told):
    """`version` is that of the file: send it along with an act."""

    version: int
    on: date
    items: list[LaterActLine]


class LaterActForm(Told):
    """What is asked for an act. `parties` and `things` among the fields are lists of codes and of places."""

    version: int
    act: LaterActLine | None = Field(description="Null for the answer to a notice.")
    fields: list[ActField]
    files: list[ActFile]


class SentLaterAct(Asked):
    """`values` by the names of the form's fields; what is left out stays as the form shows it. `signed`: a name."""

    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    values: Annotated[
        dict[str, Text | bool | Annotated[list[Text], Field(max_length=2000)]], Field(max_length=2000)
    ] = {}
    files: Annotated[list[SentFile], Field(max_length=FILES)] = []
    signed: Annotated[Text, Field(min_length=1, max_length=300)]


class TurnedParty(Told):
    """A party in which things would stand otherwise: the states before and after, in words."""

    code: str
    name: str
    before: list[str]
    after: list[str]


class LaterActEffect(Told):
    """What would change once it is recorded. Nothing has been entered."""

    parties: list[TurnedParty]
    changes: list[ChangedField]
    time_limits: list[MovedLimit]
    fees: list[FilingFee]


@router.get(
    PATH + "/acts", response=LaterActList, operation_id="listLaterActs", summary="What can be done with a registration"
)
def list_acts(request: HttpRequest, number: Path[RegistrationAddress]) -> LaterActList:
    """Every later act of applicant or holder: open or not today, why not, until when, at what fee."""
    file = known_file(request, number)
    items = [_line(request, file, ask) for ask in asks(file.system.key).values()]
    return LaterActList(version=file.version, on=clock.today(), items=items)


@router.get(ACT, response=LaterActForm, operation_id="readLaterAct", summary="Read what is asked for a later act")
def read_act(request: HttpRequest, number: Path[RegistrationAddress], act: Path[ActKey]) -> LaterActForm:
    file = known_file(request, number)
    ask = _asked(file, act)
    return _form(file, ask, _line(request, file, ask))


@router.post(
    ACT + "/files",
    response={201: KeptFile},
    operation_id="bringLaterActFile",
    summary="Bring a file for a later act",
    openapi_extra=FILE,
)
def bring(
    request: HttpRequest,
    number: Path[RegistrationAddress],
    act: Path[ActKey],
    kind: Query[FileKind],
    name: Query[str] = "",
) -> Any:
    """The body is the PDF itself, checked and kept byte for byte. Name it in the act by its hash."""
    file = known_file(request, number)
    ask = ANSWERING if act == ANSWERING.key else _asked(file, act)
    data = request.read()  # not request.body: that has the limit of a form, not of a file
    by, at = by_whom(request), clock.now()
    kept = doing.attach(file.number, ask, kind=kind, data=data, name=name[:255] or kind, by=by, at=at)
    return Status(201, KeptFile(kind=kept.kind, sha256=kept.sha256, name=kept.name))


@router.post(
    ACT + "/check", response=LaterActEffect, operation_id="checkLaterAct", summary="See what a later act would change"
)
def check_act(
    request: HttpRequest, number: Path[RegistrationAddress], act: Path[ActKey], sent: SentLaterAct
) -> LaterActEffect:
    """Everything that is looked at when it is handed in; but nothing is entered."""
    file = known_file(request, number)
    _asked(file, act)
    return _effect(doing.prepare(file.number, act, _sent(sent), by=by_whom(request), at=clock.now()))


@router.post(ACT, response={201: ActDone}, operation_id="doLaterAct", summary="Ask for a later act")
def do_act(request: HttpRequest, number: Path[RegistrationAddress], act: Path[ActKey], sent: SentLaterAct) -> Any:
    """One entry of the ledger; the International Bureau records it, or not. Sent twice, it answers the same.

    409 if the file has changed since `version`.
    """
    file = known_file(request, number)
    _asked(file, act)
    entry = doing.hand_in(file.number, act, _sent(sent), by=by_whom(request), at=clock.now())
    return Status(201, told_done(request, file.number, entry, page="filing:registration-done"))


@router.get(NOTICE, response=LaterActForm, operation_id="readNoticeAnswer", summary="Read the form of an answer")
def read_answer(request: HttpRequest, number: Path[RegistrationAddress], notice: Path[NoticeNumber]) -> LaterActForm:
    """The application as it stands, in the fields that can be put right. Files go to the act `answer`."""
    file = known_file(request, number)
    _notice(file, notice)
    return _form(file, ANSWERING, None)


@router.post(NOTICE, response={201: ActDone}, operation_id="answerNotice", summary="Answer a notice")
def answer(
    request: HttpRequest, number: Path[RegistrationAddress], notice: Path[NoticeNumber], sent: SentLaterAct
) -> Any:
    """The application put right, a remark, or files. Sent twice, it answers the same."""
    file = known_file(request, number)
    _notice(file, notice)
    entry = doing.answer(file.number, notice, _sent(sent), by=by_whom(request), at=clock.now())
    return Status(201, told_done(request, file.number, entry, page="filing:registration-done"))


def _asked(file: Registration, act: str) -> Ask:
    found = asks(file.system.key).get(act)
    if found is None:
        raise Trouble(404, "There is no such act.")
    return found


def _notice(file: Registration, number: int) -> None:
    if number not in {one.notice for one in file.notices}:
        raise Trouble(404, "There is no such notice.")


def _sent(sent: SentLaterAct) -> Sent:
    return Sent(version=sent.version, values=sent.values, files=brought(sent.files), signed=sent.signed)


def _line(request: HttpRequest, file: Registration, ask: Ask) -> LaterActLine:
    on = clock.today()
    found = doing.possible(ask, file, on=on)
    return LaterActLine(
        key=ask.key,
        group=str(GROUPS[ask.group]),
        title=found.act.title,
        cites=found.act.cites,
        who=found.act.who,
        at=found.act.at,
        form=found.act.form,
        says=found.act.says,
        way=ask.way,
        open=found.open,
        yours=rights.level(file.number, by_whom(request), on=on) == OWNER,
        until=known_day(found.until.due) if found.until else None,
        late=found.late,
        fees=_fees(found),
        findings=[
            ToldFinding(cites=one.cites, message=one.message, field=camel_path(one.field), severity="prevents")
            for one in found.findings
        ],
    )


def _form(file: Registration, ask: Ask, line: LaterActLine | None) -> LaterActForm:
    on = clock.today()
    begun = showing.begun(ask, file, doing.with_contacts(file), on).values
    fields, files = told_fields(ask.fields(file, on), begun), told_files(ask.uploads)
    return LaterActForm(version=file.version, act=line, fields=fields, files=files)


def _effect(prepared: Prepared) -> LaterActEffect:
    found = showing.effect(prepared)
    return LaterActEffect(
        parties=[
            TurnedParty(code=one.code, name=one.name, before=one.before, after=one.after) for one in found["turned"]
        ],
        changes=[ChangedField(what=one.label, before=one.before, after=one.after) for one in found["changes"]],
        time_limits=told_moves(found["moved"]),
        fees=_fees(prepared.possible),
    )


def _fees(possible: Any) -> list[FilingFee]:
    return [told_fee(one) for one in possible.fees.lines] if possible and possible.fees else []
