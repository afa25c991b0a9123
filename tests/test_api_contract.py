"""Whatever is sent to the API, it answers as its own schema says, and never breaks.

Schemathesis makes up requests from the schema, good and bad ones, and sends them to the portal in this process.
"""

import json
from datetime import UTC, date, datetime

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import booleans
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from chancery.finder import Document
from chancery.records.accounts import actions as accounts
from chancery.records.register import actions as register
from chancery.records.register.events import IrregularityNotified
from chancery.records.register.tests import lived
from chancery.services.analytics.models import Release
from chancery.services.filing import actions as drafts
from chancery.services.search import queries as search
from chancery.services.search.alerts import alerts
from chancery.services.search.batches import workbooks
from chancery.services.search.batches.sets import Batch
from chancery.services.search.models import Alert
from chancery.services.search.queries import Question
from chancery.services.search.saved import saved
from chancery.services.search.similar import similar
from chancery.site.api import api
from chancery.treaties import pct

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
EXAMPLES = 12  # an operation and a mode; the whole takes about a minute
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(), default=str)))
SCHEMA.app = get_wsgi_application()
OPERATIONS = {f"{one.method.upper()} {one.path}": one for one in (found.ok() for found in SCHEMA.get_all_operations())}

BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

MARK = {"origin": "CH", "mark": {"form": "word", "words": "LUMEN"}, "goods": [{"number": 9, "text": "lamps"}]}

# What is there: made-up names would only ever find that nothing is.
THERE = {
    "number": "PCT-IB2026-000002",
    "readProof.number": 2,
    "readRegistration.number": "MADRID-2026-000001",
    "readRegistrationLife.number": "MADRID-2026-000001",
    "readRegistrationTimeline.number": "MADRID-2026-000001",
    "readBulletin.week": 47,
    "year": 2026,
    "collection": "patents",
    "key": "WO2021000001",
    "treaty": "pct",
    "slug": "rule-80.5",
    "classification": "nice",
    "symbol": "25",
    "office": "IB",
    "day": "2026-12-25",
    "level": 0,
    "where": "000.p/1",
    "draft": 1,
    "search": 1,
    "alert": 1,
    "webhook": 2,
    "workbook": 1,
    "place": 0,
    "kind": "abstract",
    "showing": "mark.reproductions.0",
    "system": "madrid",
    "code": "JP",
    "invitation": 1,
    "act": "send_letter",
    "week": "2026-W47",
}

HELD = ("readRegistrationFile", "readRegistrationFileLife", "listLaterActs", "readLaterAct", "bringLaterActFile")
HELD += ("checkLaterAct", "doLaterAct", "readNoticeAnswer", "answerNotice")
THERE |= {f"{operation}.number": "MADRID-2026-000002" for operation in HELD}
THERE |= {f"{operation}.act": "correct" for operation in HELD} | {"notice": 1}
WATCHES = ("readWatch", "listWatchedRecords", "confirmWatch", "changeRhythmOfWatch", "endWatch")
THERE |= {f"{operation}.alert": 3 for operation in WATCHES}

# The schema cannot say everything: a day that is none and a query that cannot be read are refused all the same.
UNSAID = [positive_data_acceptance]


@schemathesis.serializer("application/pdf")
def pdf(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture
def portal(settings):
    """A portal with one record, one filed and one published application, and their owner's token."""
    settings.API_RATE = settings.API_RATE_SIGNED_IN = 10**9
    settings.DEBUG = False
    settings.SMTP = "smtp://localhost"
    owner = accounts.open_account("alice@example.org", name="Alice", password="a long password")
    application = pct.Application(title="Hinge", parties=(pct.Party(name="Okafor, Amina", nationality="NG"),))
    for _ in range(2):
        filed = register.file_application(application, documents=[], by=owner, at=AT)
    register.publish(filed.number, kind_code="A2", on=date(2026, 11, 22), issue="2026/47", after=1, at=AT)
    lived.publish(lived.registered("madrid"), date(2026, 11, 19))
    held = register.present("madrid", MARK, office="CH", documents=(), by=owner, at=AT).number
    told = {"rule": "11(2)", "findings": (), "dated": "2026-11-22", "due": "2027-02-22", "remedied_by": "applicant"}
    register.enter(held, IrregularityNotified(notice=1, **told), after=1, at=AT)
    with search.engine().writing() as writer:
        writer.add([Document(collection="patents", key="WO2021000001", titles={"en": "Hinge"}, facts={"entry": 1})])
    similar.shelf().renew()
    drafts.start(by=owner, at=AT)
    kept = saved.save(Question(text="hinge"), by=owner, at=AT)
    alerts.begin(kept, way="feed", by=owner, at=AT)
    alerts.begin(kept, way="webhook", url="https://example.org/hook", by=owner, at=AT)
    alerts.ask(Question(text="hinge"), every="daily", email="wren@example.org", language="en", at=AT)
    THERE["secret"] = alerts.href(Alert.objects.get(email="wren@example.org")).split("/")[-2]
    workbooks.keep(Batch(lines={1: "hinge"}), name="", by=owner, at=AT)
    Release.objects.create(week="2026-W47", released_at=AT, lives=1, days=7, epsilon=1.0)
    return {"Authorization": f"Bearer {accounts.make_token('contract', by=owner, at=AT)}"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_api_answers_as_its_schema_says(name, portal):
    @given(case=OPERATIONS[name].as_strategy(), there=booleans())
    @BOUNDED
    def holds(case, there):
        if there:
            names = case.path_parameters or {}
            identity = case.operation.definition.raw["operationId"]
            case.path_parameters = {one: THERE.get(f"{identity}.{one}", THERE[one]) for one in names}
        case.call_and_validate(headers=portal, excluded_checks=UNSAID)

    holds()


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_api_refuses_what_its_schema_forbids(name, portal):
    @given(case=OPERATIONS[name].as_strategy(generation_mode=GenerationMode.NEGATIVE))
    @BOUNDED
    def holds(case):
        case.call_and_validate(headers=portal)

    if takes_nothing(OPERATIONS[name]):
        with pytest.raises(Unsatisfiable):  # it asks for nothing, so there is nothing to get wrong
            holds()
    else:
        holds()


def takes_nothing(operation):
    """No path parameter, no query parameter, no body, no token."""
    raw = operation.definition.raw
    return not (raw.get("parameters") or raw.get("requestBody") or raw.get("security"))
