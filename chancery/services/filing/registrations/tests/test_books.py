import pytest

from chancery.core.refusal import Refused
from chancery.records.register import queries as rights
from chancery.services.filing import actions, assessment, books, paths
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague import asking
from chancery.services.filing.registrations.hague.deferring import deferment
from chancery.services.filing.registrations.hague.designating import designate
from chancery.services.filing.registrations.tests.drafting import design, indication, view
from chancery.services.filing.tests.people import AT, person, revision, write
from chancery.treaties import hague, lisbon

pytestmark = pytest.mark.django_db

FULL = {
    "hague": hague.Application(
        applicants=(hague.Applicant(links=(hague.Link(),)),),
        representative=hague.Representative(),
        creators=(hague.Creator(),),
        shown=(hague.Design(views=(hague.View(),)),),
        priorities=(hague.PriorityClaim(),),
        designations=(hague.Designation(party="US"),),
    ),
    "lisbon": lisbon.Application(
        beneficiaries=(lisbon.Beneficiary(),),
        names=(lisbon.Denomination(),),
        translations=(lisbon.Translation(),),
        protected_by=lisbon.HomeProtection(),
        link=lisbon.Link(),
    ),
}

IN_NO_BOX = {
    "hague": {
        "received_on": "the Office's",
        "signed": "by the signatures",
        "designs": "counted",
        "reproductions": "counted",
        "shown.#.views.#.measure": "measured in the file",
        "origin": "told with each applicant's links",
        "words": "counted in the descriptions",
        "paper_pages": "this is no paper",
    },
    "lisbon": {"received_on": "the Office's", "signed": "by the signatures"},
}
"""What an application has and no box asks for, with the reason."""


@pytest.fixture
def ada():
    return person("Ada")


@pytest.mark.parametrize("treaty", FULL)
def test_every_field_of_an_application_stands_in_a_box_or_is_told_otherwise(treaty):
    book = books.BOOKS[treaty]
    asked = {path for path in _leaves(FULL[treaty].to_dict()) if book.field_at(path)}
    assert set(_leaves(FULL[treaty].to_dict())) - asked == {path.replace("#", "0") for path in IN_NO_BOX[treaty]}
    assert all(paths.pattern_of(path) in {*_patterns(treaty)} for path in asked)


@pytest.mark.parametrize("treaty", FULL)
def test_every_finding_of_a_blank_application_has_a_box_that_owns_it(treaty):
    book = books.BOOKS[treaty]
    for one in book.assess(FULL[treaty], AT.date()).findings:
        box = book.box_of(one.field)
        assert any(one.field == start or one.field.startswith(f"{start}.") for start in box.owns), one.field


def _patterns(treaty):
    return books.BOOKS[treaty].fields


def _leaves(value, path=""):
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _leaves(inner, f"{path}{name}.")
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield from _leaves(inner[0], f"{path}{name}.0.")
        else:
            yield f"{path}{name}"


def said(pk):
    return assessment.assess(Draft.objects.get(pk=pk), on=AT.date())


def test_a_design_is_presented_to_the_international_bureau(ada):
    pk = design(ada)
    actions.sign(pk, name="Ada Okafor", capacity="applicant", by=ada, at=AT)
    assert not said(pk).preventing
    done = actions.submit(pk, by=ada, at=AT)
    assert done.number == "HAGUE/2026/000001"
    file = rights.registration(done.number)
    assert (file.office, file.title, file.status) == ("IB", "Lamp", "examined")
    assert file.application.signed
    assert [one["kind"] for one in file.documents] == ["shown.0.views.0", "shown.0.views.1"]
    assert file.application.shown[0].views[1].measure.border == 6
    assert actions.submit(pk, by=ada, at=AT) == done


def test_an_appellation_is_presented_to_the_international_bureau(ada):
    pk = indication(ada)
    assert not said(pk).preventing
    done = actions.submit(pk, by=ada, at=AT)
    assert done.number == "LISBON/2026/000001"
    assert rights.registration(done.number).title == "Comté"


def test_designs_and_views_are_counted_and_paid_for(ada):
    pk = design(ada, parties=("EM",), views=1)
    before = said(pk).fees.totals[0].amount
    view(pk, ada, "shown.0.views.1")
    assert said(pk).application.reproductions == 2
    assert said(pk).fees.totals[0].amount == before + 17
    actions.add(pk, group="shown", by=ada, at=AT)
    assert said(pk).application.designs == 2


def test_a_view_without_a_picture_prevents_filing_beside_it(ada):
    pk = design(ada, views=1)
    actions.add(pk, group="shown.0.views", by=ada, at=AT)
    assert {one.field for one in said(pk).preventing} == {"shown.0.views.1"}
    with pytest.raises(Refused, match="has no file"):
        actions.submit(pk, by=ada, at=AT)


def test_a_picture_that_breaks_a_rule_is_said_beside_its_view(ada):
    pk = design(ada, views=1)
    view(pk, ada, "shown.0.views.1", dpi=200)
    assert [one.field for one in said(pk).to_correct if one.cites == "Hague AI 404"] == ["shown.0.views.1.measure.dpi"]


def test_a_picture_moves_with_its_view(ada):
    pk = design(ada, views=2)
    write(pk, ada, {"shown.0.views.1.legend": "front"})
    actions.move(pk, group="shown.0.views", place=1, to=0, revision=revision(pk), by=ada, at=AT)
    row = Draft.objects.get(pk=pk)
    assert [one["legend"] for one in row.application["shown"][0]["views"]] == ["front", ""]
    assert [row.files[f"shown.0.views.{place}"]["name"] for place in (0, 1)] == ["1.jpg", "0.jpg"]


def test_a_picture_moves_with_its_design_and_so_does_its_priority(ada):
    pk = design(ada, views=1)
    actions.add(pk, group="shown", by=ada, at=AT)
    actions.add(pk, group="priorities", by=ada, at=AT)
    write(pk, ada, {"shown.1.product": "Shade", "priorities.0.designs": ["0"]})
    actions.move(pk, group="shown", place=0, to=1, revision=revision(pk), by=ada, at=AT)
    row = Draft.objects.get(pk=pk)
    assert list(row.files) == ["shown.1.views.0"]
    assert row.application["priorities"][0]["designs"] == [1]
    assert row.title == "Shade"


def test_a_hundred_designs_fit_and_no_more(ada):
    pk = actions.start(treaty="hague", by=ada, at=AT)
    row = Draft.objects.get(pk=pk)
    row.application["shown"] = [
        hague.Design(product="Lamp").to_dict() if False else dict(row.application["shown"][0])
    ] * 99
    row.save()
    actions.add(pk, group="shown", by=ada, at=AT)
    with pytest.raises(Refused, match="at most 100"):
        actions.add(pk, group="shown", by=ada, at=AT)


def test_what_is_filled_in_for_a_party_stays_when_others_are_chosen(ada):
    pk = design(ada, parties=("US", "JP"), views=0)
    write(pk, ada, {"designations.0.category": "small"})
    designate(pk, parties=("EM", "US"), by=ada, at=AT)
    found = Draft.objects.get(pk=pk).application["designations"]
    assert [(one["party"], one["category"]) for one in found] == [("US", "small"), ("EM", "")]


def test_a_party_says_what_it_asks_for_and_what_it_costs(ada):
    pk = design(ada, parties=("US",), views=0)
    lines = {one.code: one for one in asking.lines(said(pk).application, AT.date())}
    assert {ask.cites for ask in lines["US"].asks} >= {"Hague Art. 5(2)(b)(iii)", "Hague Rule 8(1)", "Hague Art. 13(1)"}
    assert lines["US"].chosen
    assert not lines["EM"].chosen
    assert str(lines["EM"].fee.amount) == "CHF 59"


def test_the_shortest_deferment_of_the_designated_parties_is_told(ada):
    pk = design(ada, parties=("CH", "SG", "NO", "US"), views=0)
    write(pk, ada, {"publication": "deferred"})
    found = deferment(said(pk).application, said(pk).limits)
    assert (found.months, found.shortest, found.without) == (6, ("Norway",), ("United States",))
    designate(pk, parties=("CH",), by=ada, at=AT)
    found = deferment(said(pk).application, said(pk).limits)
    assert (found.months, found.shortest) == (30, ())
    assert found.due.isoformat() == "2029-05-22"


def test_a_publication_fee_is_not_due_while_publication_is_deferred(ada):
    pk = design(ada, parties=("CH",), views=1)
    assert any(one.code == "publication" for one in said(pk).fees.lines)
    write(pk, ada, {"publication": "deferred"})
    assert not any(one.code == "publication" for one in said(pk).fees.lines)


def test_a_representative_who_is_named_is_there_and_one_who_is_not_is_none(ada):
    pk = design(ada, views=0)
    write(pk, ada, {"representative.name": "Agents & Co"})
    assert said(pk).application.representative.name == "Agents & Co"
    write(pk, ada, {"representative.name": ""})
    assert said(pk).application.representative is None
