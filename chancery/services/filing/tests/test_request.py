"""The request as sheets: every box in the order of the form, counted as it is printed, paid as it is counted."""

from dataclasses import replace

import pypdfium2
import pytest
from django.urls import reverse

from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, request
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, draft, person, write
from chancery.services.filing.tests.test_pages import signed_in
from chancery.treaties import pct

FULL = pct.Application(
    title="Hinge with magnetic latch",
    language="en",
    parties=(
        pct.Party(
            name="OKAFOR, Ada",
            kind="natural",
            country="CH",
            nationality="CH",
            residence="CH",
            address="Rue du Lac 1\n1003 Lausanne",
        ),
    ),
    agents=(pct.Agent(name="MEIER, Jo", registration="R-77"),),
    priority_claims=(pct.PriorityClaim(office="CH", number="01234/25", restoration_reasons="The post was late."),),
    earlier_searches=(pct.EarlierSearch(office="EP", number="25000001.2"),),
    parents=(pct.Parent(kind="addition", state="IN", number="77/2025"),),
    declarations=(pct.Declaration(item="iv", text="I am the inventor.", signed_by=("OKAFOR, Ada",)),),
    deposits=(pct.Deposit(institution="DSMZ", number="DSM 33999"),),
    parts=(pct.Part(kind="description", sheets=12), pct.Part(kind="sequence listing")),
    abstract_figure="2",
    signatures=(pct.Signature(name="OKAFOR, Ada", capacity="applicant"),),
)


def sheets(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[place].get_textpage().get_text_range() for place in range(len(document))]


def test_every_box_is_printed_in_the_order_of_the_form():
    text = "\n".join(sheets(request.typeset(FULL)))
    places = [text.index(f"{box.numeral} ") for box in request.BOXES]
    assert places == sorted(places)
    for words in ("1003 Lausanne", "R-77", "01234/25", "25000001.2", "77/2025", "DSM 33999", "I am the inventor."):
        assert words in text


def test_reasons_for_restoration_go_on_sheets_of_their_own():
    assert "The post was late." not in "".join(sheets(request.typeset(FULL)))


@pytest.mark.parametrize("application", [pct.Application(), FULL])
def test_the_sheets_are_counted_as_they_are_printed(application):
    printed = sheets(request.typeset(application))
    assert request.count(application) == len(printed) >= 3
    assert f"Sheet {len(printed)} of {len(printed)}" in printed[-1]


def test_the_check_list_adds_up():
    count = request.count(FULL)
    last = sheets(request.typeset(FULL))[-1]
    assert f"Total {count + 12}" in " ".join(last.split())
    assert "XML" in last


def test_a_long_request_has_more_sheets_and_each_is_paid_for():
    many = FULL.parties * 40
    long = replace(FULL, parties=many, parts=(pct.Part(kind="description", sheets=30),), format="pdf")
    more = request.laid_out(long)
    assert more.request_sheets > 4
    assert pct.fees(more, on=AT.date()).totals != pct.fees(long, on=AT.date()).totals


def test_the_same_request_gives_the_same_bytes():
    assert request.typeset(FULL, number="PCT/IB2026/000001") == request.typeset(FULL, number="PCT/IB2026/000001")


def test_a_request_in_french_is_printed_in_french_and_one_in_korean_in_english():
    assert "Suisse" in sheets(request.typeset(replace(FULL, request_language="fr")))[0]
    assert "Switzerland" in sheets(request.typeset(replace(FULL, language="ko")))[0]


def test_what_was_filed_keeps_its_count():
    assert request.laid_out(replace(FULL, request_sheets=9)).request_sheets == 9


@pytest.fixture
def ada(db):
    return person("Ada")


@pytest.fixture
def pk(ada):
    return draft(ada)


def test_the_preview_and_the_filed_request_are_the_same_but_for_number_and_day(ada, pk):
    page = signed_in("ada")
    preview = sheets(page.get(reverse("filing:draft-request", args=[pk])).content)
    write(pk, ada, {"parties.0.email": "ada@example.org"})
    actions.sign(pk, name="Ada Okafor", capacity="applicant", by=ada, at=AT)
    counted = assessment.assess(Draft.objects.get(pk=pk), on=AT.date()).application.request_sheets
    number = actions.submit(pk, by=ada, at=AT).number
    assert rights.right(number).application.request_sheets == counted == len(preview)
    answer = page.get(reverse("filing:request", args=[rights.in_address(number)]))
    text = "".join(sheets(answer.content))
    assert answer["Cache-Control"] == "private, no-store"
    assert number in text
    assert "ada@example.org" in text
    assert "2026-11-22" in text


def test_nobody_else_sees_the_request(pk):
    person("Eve")
    eve = signed_in("eve")
    assert eve.get(reverse("filing:draft-request", args=[pk])).status_code == 404
