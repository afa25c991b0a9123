"""The desk over the API, for the systems of other Offices: what waits, and the statements of designated parties.

Who calls holds a token of an officer of this office. Which Offices it speaks for is a setting (`OFFICE_ROLES`): a
statement for any other is refused.
"""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Path, Query, Status
from pydantic import Field

from chancery.core.clock import now, today
from chancery.core.refusal import Refused
from chancery.core.wire import Asked, Day, PersonalToken, Text, Told, ToldFinding, Trouble, plain
from chancery.core.wire import router as room_router
from chancery.records.accounts import queries as accounts
from chancery.records.register.queries import Statement, from_address
from chancery.services.examination.registrations import actions
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.acts.act import FileAct
from chancery.services.examination.registrations.acts.completing import INVITE
from chancery.services.examination.registrations.acts.statements import GROUND, MOST_ROWS, offices
from chancery.services.examination.registrations.folder import FileFolder, open_file
from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.queues import DESK
from chancery.treaties.kernel import Finding
from chancery.treaties.registrations import SYSTEMS

router = room_router(tags=["Offices"], auth=PersonalToken())

Address = Annotated[
    str,
    Field(pattern=r"^(MADRID|HAGUE|LISBON)-\d{4}-\d{6}$", description="As in an address: MADRID-2026-000001."),
]
ActKey = Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,40}$", description="A key of the list: grant.")]
Office = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="The code of the Office by ST.3.")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,40}$")]
Place = Annotated[int, Field(strict=True, ge=0, le=2000)]
LONGEST_PAGE = 200
PATH = "/desk/registrations/{number}/statements"


class DeskFile(Told):
    """A file as it waits at the desk; `dueFor` says for what, until `dueOn`."""

    number: str
    system: str
    title: str
    holder: str
    status: str
    registration_number: str
    registered_on: date | None
    due_on: date | None
    due_for: str
    due_cites: str


class DeskFiles(Told):
    total: int
    items: list[DeskFile]


class ToldGround(Told):
    provision: str
    text: str
    earlier_right: str


class ToldStatement(Told):
    """What an Office has stated. `things` are places in the list of the registration; all where there are none."""

    statement: int
    office: str
    act: str
    title: str
    cites: str
    on: date
    things: list[int]
    days: dict[str, date]
    facts: dict[str, str]
    grounds: list[ToldGround]
    answer_until: date | None
    remark: str


class StatementAct(Told):
    """An act that an Office can do here: by which `offices`; `findings` say why it cannot today."""

    key: str
    title: str
    cites: str
    says: str
    form: str
    fields: list[str]
    offices: list[str]
    findings: list[ToldFinding]


class Statements(Told):
    """`version` is that of the file: send it along with a statement."""

    version: int
    items: list[ToldStatement]
    acts: list[StatementAct]


class SentGround(Asked):
    provision: Annotated[Text, Field(max_length=500)] = ""
    text: Annotated[Text, Field(max_length=4000)] = ""
    earlier_right: Annotated[Text, Field(max_length=1000)] = ""


class SentStatement(Asked):
    """`values` are what else the act says, by the names of its fields: `issued_on`, `review_before`, `due`."""

    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    office: Office
    on: Day
    things: Annotated[list[Place], Field(max_length=2000)] = []
    values: Annotated[dict[Name, Annotated[Text, Field(max_length=2000)]], Field(max_length=40)] = {}
    grounds: Annotated[list[SentGround], Field(max_length=MOST_ROWS)] = []
    answer_until: Day | None = None
    remark: Annotated[Text, Field(max_length=2000)] = ""


class ToldInvitation(Told):
    """An invitation of the International Bureau to complete a refusal; `due` is null where the law gives no day."""

    notice: int
    office: str
    rule: str
    dated: date
    due: date | None
    message: str


class SentInvitation(Asked):
    """`rule` says what is missing: `18(1)(d)` what the refusal says of review, `18(1)(c)` anything else."""

    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    office: Office
    rule: Literal["18(1)(c)", "18(1)(d)"]
    message: Annotated[Text, Field(min_length=1, max_length=2000)]
    remark: Annotated[Text, Field(max_length=2000)] = ""


QueueKey = Literal[tuple(one.key for one in DESK.queues)]  # type: ignore[valid-type]  # the keys of a table
SystemKey = Literal["", "madrid", "hague", "lisbon"]


@router.get(
    "/desk/registrations", response=DeskFiles, operation_id="listDeskFiles", summary="List what waits at the desk"
)
def files(
    request: HttpRequest,
    queue: Query[QueueKey] = "open",  # type: ignore[valid-type]
    system: Query[SystemKey] = "",
    limit: Annotated[int, Query(ge=1, le=LONGEST_PAGE)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Any:
    """The files of a queue, the next due first. For officers and publishers."""
    accounts.require(_by(request), "officer", "publisher")
    found = DESK.cases(DESK.choice({"queue": queue, "system": system}), on=today(), officer=_by(request))
    return DeskFiles(total=found.count(), items=[_line(one) for one in found[offset : offset + limit]])


@router.get(PATH, response=Statements, operation_id="listStatements", summary="List what Offices have stated")
def statements(request: HttpRequest, number: Path[Address]) -> Any:
    """The statements of a file, and which ones its Offices can make now. For officers and publishers."""
    folder = _folder(request, number)
    return Statements(
        version=folder.file.version,
        items=[_told(folder, one) for one in folder.file.statements],
        acts=[_act(folder, one) for one in table.of(folder.system) if hasattr(one.form, "says")],
    )


@router.post(
    PATH + "/{act}",
    response={201: ToldStatement},
    operation_id="makeStatement",
    summary="Make a statement of an Office",
)
def state(request: HttpRequest, number: Path[Address], act: Path[ActKey], sent: SentStatement) -> Any:
    """A refusal, a grant, a decision: whatever the Office of a designated party, or of origin, tells the Bureau."""
    accounts.require(_by(request), "officer")
    folder = _folder(request, number)
    chosen = table.BY_KEY.get((folder.system, act))
    if chosen is None or not hasattr(chosen.form, "says"):
        raise Trouble(404, "There is no such act in this system.")
    form = chosen.form(_as_form(sent), case=folder)
    unknown = sorted(set(sent.values) - set(form.fields))
    if unknown:
        raise Refused.because(f"This act has no field called {', '.join(unknown)}.", field="values")
    if not form.is_valid():
        raise Refused(
            [
                Finding(cites="", message=str(error), field=field.removesuffix("__all__"), severity="prevents")
                for field, errors in form.errors.items()
                for error in errors
            ]
        )
    data = dict(form.cleaned_data) | {"documents": ()}
    actions.act(folder.file.number, chosen.key, data=data, by=_by(request), at=now(), after=sent.version)
    after = _folder(request, number)
    return Status(201, _told(after, after.file.statements[-1]))


@router.post(
    "/desk/registrations/{number}/invitations",
    response={201: ToldInvitation},
    operation_id="inviteCompletion",
    summary="Invite an Office to complete its refusal",
)
def invite(request: HttpRequest, number: Path[Address], sent: SentInvitation) -> Any:
    """For the International Bureau (Madrid Rule 18(1)). The Office answers with the statement `complete_refusal`."""
    accounts.require(_by(request), "officer")
    folder = _folder(request, number)
    if (folder.system, INVITE.key) not in table.BY_KEY:
        raise Trouble(404, "There is no such act in this system.")
    data = {"party": sent.office, "rule": sent.rule, "message": sent.message, "remark": sent.remark}
    actions.act(folder.file.number, INVITE.key, data=data, by=_by(request), at=now(), after=sent.version)
    told = _folder(request, number).file.notices[-1]
    return Status(
        201,
        ToldInvitation(
            notice=told.notice,
            office=told.party,
            rule=told.rule,
            dated=told.dated,
            due=told.due,
            message=told.findings[0]["message"],
        ),
    )


def _as_form(sent: SentStatement) -> dict[str, Any]:
    """What was sent, as the form of the page would have it."""
    data: dict[str, Any] = {
        **sent.values,
        "after": sent.version,
        "office": sent.office,
        "on": sent.on.isoformat(),
        "things": [str(place) for place in sent.things],
        "answer_until": sent.answer_until.isoformat() if sent.answer_until else "",
        "remark": sent.remark,
        "rows": str(max(len(sent.grounds), 1)),
    }
    for row, ground in enumerate(sent.grounds, start=1):
        data |= {f"ground{row}_{name}": plain(ground).get(name, "") for name in GROUND}
    return data


def _folder(request: HttpRequest, number: str) -> FileFolder:
    accounts.require(_by(request), "officer", "publisher")
    folder = open_file(from_address(number), at=now())
    if folder is None:
        raise Trouble(404, "There is no such registration file.")
    return folder


def _line(case: RegistrationCase) -> DeskFile:
    return DeskFile(**{name: getattr(case, name) for name in DeskFile.model_fields})


def _told(folder: FileFolder, one: Statement) -> ToldStatement:
    act = folder.file.system.act(one.act)
    return ToldStatement(
        statement=one.statement,
        office=one.office,
        act=one.act,
        title=act.title,
        cites=act.cites,
        on=one.on,
        things=list(one.things),
        days=one.days,
        facts=one.facts,
        grounds=[ToldGround(**{name: each.get(name, "") for name in GROUND}) for each in one.grounds],
        answer_until=one.answer_until,
        remark=one.remark,
    )


def _act(folder: FileFolder, one: FileAct) -> StatementAct:
    form = one.form(case=folder)
    own = [name for name in form.fields if name not in {"after", "rows", "file"}]
    return StatementAct(
        key=one.key,
        title=str(one.label),
        cites=one.cites,
        says=one.says,
        form=one.form_number,
        fields=own,
        offices=list(offices(folder, SYSTEMS[folder.system].act(one.key))),
        findings=[
            ToldFinding(cites=each.cites, message=each.message, field=each.field, severity=each.severity)
            for each in one.refusals(folder)
        ],
    )


def _by(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
