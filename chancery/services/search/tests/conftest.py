"""A few records of every kind, and the index that has followed them."""

from datetime import UTC, datetime

import pytest

from chancery.core import follow
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from chancery.services.search.followers import Index

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CLAIM = {"office": "US", "number": "08/123,456", "date": "1993-09-17"}


def record(collection, key, title, **facts):
    facts = {"titles": {"en": title}, "number": key, "status": "registered", **facts}
    return RecordImported(collection=collection, key=key, facts=facts, source="a test register")


@pytest.fixture
def records(db):
    register.import_records(
        [
            record("patents", "WO2002014184", "Pizza separator", number="WO 2002/014184", office="WO"),
            record(
                "patents",
                "US5454295",
                "Oven for baking pizza",
                office="US",
                names=["Pizza Hut, Inc."],
                dates={"published": "1995-10-03"},
                more={"priorities": [CLAIM]},
            ),
            record("patents", "EP0644999", "Ovens", number="EP 0644999", more={"priorities": [CLAIM]}),
            record("marks", "018222197", "TERRA S NOVA", office="EM", classes={"nice": ["1"]}),
            record("indications", "PDO-GR-0427", "Φέτα / Feta", country="GR", names=["Φέτα", "Feta"]),
        ],
        at=AT,
    )
    follow.catch_up([Index()], at=AT)
