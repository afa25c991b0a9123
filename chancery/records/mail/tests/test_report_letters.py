"""The letter that a search report comes with names the documents cited."""

from datetime import UTC, datetime

import pytest

from chancery.core import ledger
from chancery.records.mail import notices
from chancery.records.register import actions as register
from chancery.records.register import events

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
CITED = {"document": "EP 1234567 A1", "category": "X, P", "passages": "", "claims": "1-5", "published": "2008-03-12"}
BOOK = {"document": "SMITH J., Hinges, Berlin 1999", "category": "A", "passages": "page 3", "claims": ""}


def told(number, form, *reports):
    for citations, supplementary in reports:
        report = events.SearchReportEstablished(
            authority="EP",
            established_on="2027-03-01",
            transmitted_on="2027-03-01",
            supplementary=supplementary,
            citations=citations,
        )
        register.enter(number, report, after=None, at=AT)
    sent = events.NotificationSent(
        form=form, office="ISA/EP", dated="2027-03-01", facts={"citations": "2"}, cites="PCT Rule 44.1"
    )
    register.enter(number, sent, after=None, at=AT)
    facts = notices.notification(ledger.stream(number)[-1]).facts
    return [value for label, value in facts if label == "Document cited"]


@pytest.mark.parametrize("form", ["PCT/ISA/220", "PCT/SISA/501"])
def test_each_document_is_named_with_its_category_and_claims(written, form):
    assert told(written.number, form, ((CITED, BOOK), form == "PCT/SISA/501")) == [
        "EP 1234567 A1 (2008-03-12): X, P; claims 1-5",
        "SMITH J., Hinges, Berlin 1999: A; page 3",
    ]


def test_a_later_report_names_its_own_documents_alone(written):
    reports = (((CITED,), False), ((BOOK,), True))
    assert told(written.number, "PCT/SISA/501", *reports) == ["SMITH J., Hinges, Berlin 1999: A; page 3"]


def test_another_form_names_none(written):
    assert told(written.number, "PCT/IB/301", ((CITED,), False)) == []
