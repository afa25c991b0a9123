"""A registration file over the API, for those it is shared with: how it stands, what became of it, what is due."""

from datetime import date, datetime
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path
from pydantic import Field

from chancery.core import clock
from chancery.core.wire import PersonalToken, Told, ToldFinding, Trouble, camel_path
from chancery.core.wire import router as room_router
from chancery.records.register import queries as rights
from chancery.records.register.queries import Registration
from chancery.services.filing.registrations import file as files
from chancery.treaties.kernel import NotDeterminable
from chancery.treaties.registrations import PartyLife

router = room_router(tags=["Filing"], auth=PersonalToken())

RegistrationAddress = Annotated[
    str,
    Field(pattern=r"^(MADRID|HAGUE|LISBON)-\d{4}-\d{6}$", description="As in an address: MADRID-2026-000001."),
]
PATH = "/filing/registrations/{number}"


class FileStatus(Told):
    """A status in one strand of the file."""

    key: str
    label: str
    strand: str
    cites: str
    terminal: bool


class FileNotice(Told):
    """A notice of the International Bureau. `due` is null where the law gives no day."""

    notice: int
    rule: str
    dated: date
    due: date | None
    remedied_by: str
    answered_on: date | None
    remark: str
    findings: list[ToldFinding]


class FileRequest(Told):
    """What was asked for. It waits while neither `recordedOn` nor `declinedOn` is there."""

    request: int
    act: str
    received_on: date
    parties: list[str]
    things: list[int]
    recorded_on: date | None
    declined_on: date | None
    reason: str


class FileStatement(Told):
    """What an Office has stated. `answerUntil` is the day until which it takes the holder's answer."""

    statement: int
    office: str
    act: str
    on: date
    things: list[int]
    answer_until: date | None


class FileLimit(Told):
    """A time limit that still runs. `due` is null where it is not determinable; `parties` count the same day once."""

    key: str
    act: str
    actor: str
    due: date | None
    parties: int
    cites: str


class RegistrationFile(Told):
    """`version` is that of the file: send it along with an act. `things` are goods and services, or designs."""

    number: str
    system: Literal["madrid", "hague", "lisbon"]
    version: int
    status: str
    title: str
    holders: list[str]
    things: list[str]
    received_at: datetime | None
    registration_number: str
    registered_on: date | None
    term_ends_on: date | None
    public: bool
    statuses: list[FileStatus]
    notices: list[FileNotice]
    requests: list[FileRequest]
    statements: list[FileStatement]
    time_limits: list[FileLimit]


class LifeSpan(Told):
    """From `since` on, `things` of a party stood in a state; `still` are those that stand there today."""

    since: date
    until: date | None
    things: list[int]
    still: list[int]
    state: str
    says: str
    tone: Literal["waits", "stands", "refused", "over"]
    by: str
    title: str
    cites: str


class LifeInParty(Told):
    code: str
    name: str
    since: date
    tone: Literal["waits", "stands", "refused", "over"]
    spans: list[LifeSpan]


class FileLife(Told):
    """What became of a registration in each party, until `on`."""

    on: date
    term_ends_on: date | None
    parties: list[LifeInParty]


@router.get(PATH, response=RegistrationFile, operation_id="readRegistrationFile", summary="Read a registration file")
def read_file(request: HttpRequest, number: Path[RegistrationAddress]) -> RegistrationFile:
    """A mark, designs or an indication, as applicant or holder sees it."""
    file, on = known_file(request, number), clock.today()
    return RegistrationFile(
        number=file.number,
        system=file.system.key,
        version=file.version,
        status=file.status,
        title=file.title,
        holders=list(file.holders),
        things=list(file.things),
        received_at=file.received_at,
        registration_number=file.registration_number,
        registered_on=file.registered_on,
        term_ends_on=file.until(on=on),
        public=rights.is_public(file.number),
        statuses=[FileStatus.model_validate(one, from_attributes=True) for one in file.statuses(on=on)],
        notices=_notices(file),
        requests=[FileRequest.model_validate(one, from_attributes=True) for one in file.requests],
        statements=[FileStatement.model_validate(one, from_attributes=True) for one in file.statements],
        time_limits=_limits(file, on),
    )


@router.get(
    PATH + "/life",
    response=FileLife,
    operation_id="readRegistrationFileLife",
    summary="What became of a registration of yours, party by party",
)
def read_life(request: HttpRequest, number: Path[RegistrationAddress]) -> FileLife:
    """Party by party, where its goods and services or designs stand and stood, by which act, under which provision."""
    file, on = known_file(request, number), clock.today()
    parties = [_life(one) for one in file.lives(on=on)]
    return FileLife(on=on, term_ends_on=file.until(on=on), parties=parties)


def by_whom(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def known_file(request: HttpRequest, number: str) -> Registration:
    """A file that is shared with the caller and of which nothing is erased."""
    file = files.own(rights.from_address(number), user_id=by_whom(request), on=clock.today())
    if file is None or file.erased or file.received_on is None:
        raise Trouble(404, "There is no such registration among yours.")
    return file


def _notices(file: Registration) -> list[FileNotice]:
    return [
        FileNotice(
            notice=one.notice,
            rule=one.rule,
            dated=one.dated,
            due=one.due,
            remedied_by=one.remedied_by,
            answered_on=one.answered_on,
            remark=one.remark,
            findings=[
                ToldFinding(
                    cites=each.get("cites", ""),
                    message=each.get("message", ""),
                    field=camel_path(each.get("field", "")),
                    severity="raised",
                )
                for each in one.findings
            ],
        )
        for one in file.notices
    ]


def _limits(file: Registration, on: date) -> list[FileLimit]:
    return [
        FileLimit(
            key=one.limit.key,
            act=one.limit.act,
            actor=one.limit.actor,
            due=None if isinstance(one.limit.due, NotDeterminable) else one.limit.due,
            parties=one.times,
            cites=one.limit.cites,
        )
        for one in files.coming(file, on=on)
    ]


def _life(life: PartyLife) -> LifeInParty:
    spans = [LifeSpan.model_validate(one, from_attributes=True) for one in life.spans]
    return LifeInParty(code=life.code, name=life.name, since=life.since, tone=life.tone, spans=spans)
