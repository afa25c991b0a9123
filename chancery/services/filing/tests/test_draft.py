"""Writing a draft."""

import pytest

from chancery.core.refusal import Conflict, Denied, Refused
from chancery.records.documents.tests import samples
from chancery.services.filing import actions, content
from chancery.services.filing.books.pct import PCT
from chancery.services.filing.models import Draft
from chancery.services.filing.tests.people import AT, draft, person, revision, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def pk(ada):
    return draft(ada, documents=False)


def shown(pk: int, path: str):
    row = Draft.objects.get(pk=pk)
    return content.shown(PCT, row.application, row.unread, path)


def test_a_new_draft_has_room_for_one_applicant(ada):
    row = Draft.objects.get(pk=actions.start(by=ada, at=AT))
    assert [party["name"] for party in row.application["parties"]] == [""]
    assert row.revision == 1


def test_what_is_typed_is_kept(ada, pk):
    write(pk, ada, {"title": "Latch", "parties.0.inventor": False})
    row = Draft.objects.get(pk=pk)
    assert row.title == row.application["title"] == "Latch"
    assert row.application["parties"][0]["inventor"] is False


def test_saving_nothing_new_makes_no_revision(ada, pk):
    before = revision(pk)
    assert write(pk, ada, {"title": "Hinge with magnetic latch"}).revision == before


@pytest.mark.parametrize("typed", ["2026-02-30", "31.12.2025", "yesterday", "2026", "9" * 50])
def test_a_date_that_is_none_is_kept_as_typed_and_explained(ada, pk, typed):
    actions.add(pk, group="priority_claims", by=ada, at=AT)
    write(pk, ada, {"priority_claims.0.filed_on": typed})
    row = Draft.objects.get(pk=pk)
    assert shown(pk, "priority_claims.0.filed_on") == typed
    assert row.application["priority_claims"][0]["filed_on"] is None
    [finding] = content.unread_findings(PCT, row.unread)
    assert "is not a date" in finding.message
    assert finding.severity == "prevents"


@pytest.mark.parametrize("typed", ["2025-11-21", "2025/11/21", "20251121", " 2025-11-21 ", "2025.11.21"])
def test_a_date_may_be_written_year_first_in_any_way(ada, pk, typed):
    actions.add(pk, group="priority_claims", by=ada, at=AT)
    write(pk, ada, {"priority_claims.0.filed_on": typed})
    assert Draft.objects.get(pk=pk).application["priority_claims"][0]["filed_on"] == "2025-11-21"


@pytest.mark.parametrize(
    ("path", "typed"),
    [("parties.0.country", "Atlantis"), ("title", "x" * 501), ("language", "tlh"), ("parties.0.name", "A\x07B")],
)
def test_what_does_not_fit_is_not_lost(ada, pk, path, typed):
    write(pk, ada, {path: typed})
    assert shown(pk, path) == typed
    assert content.unread_findings(PCT, Draft.objects.get(pk=pk).unread)[0].field == path


def test_correcting_it_removes_the_complaint(ada, pk):
    write(pk, ada, {"parties.0.country": "Atlantis"})
    write(pk, ada, {"parties.0.country": "FR"})
    row = Draft.objects.get(pk=pk)
    assert row.unread == {}
    assert row.application["parties"][0]["country"] == "FR"


def test_a_field_that_no_form_has_is_refused(ada, pk):
    for path in ("received_on", "parties.0.age", "signatures.0.name", "parts.0.sha256", "__class__"):
        with pytest.raises(Refused):
            write(pk, ada, {path: "x"})


def test_two_tabs_that_write_different_fields_are_both_kept(ada, pk):
    seen = revision(pk)
    actions.save(pk, changes={"title": "Latch"}, revision=seen, by=ada, at=AT)
    actions.save(pk, changes={"file_reference": "AO-1"}, revision=seen, by=ada, at=AT)
    assert (shown(pk, "title"), shown(pk, "file_reference")) == ("Latch", "AO-1")


def test_a_draft_survives_a_second_tab(ada, pk):
    seen = revision(pk)
    actions.save(pk, changes={"title": "Latch"}, revision=seen, by=ada, at=AT)
    with pytest.raises(actions.Diverged) as told:
        actions.save(pk, changes={"title": "Bolt", "file_reference": "AO-1"}, revision=seen, by=ada, at=AT)
    assert told.value.differences == (actions.Difference("title", "Latch", "Bolt"),)
    assert shown(pk, "title") == "Latch"
    assert shown(pk, "file_reference") == ""


def test_removing_a_party_moves_up_what_was_typed_below_it(ada, pk):
    for _ in range(2):
        actions.add(pk, group="priority_claims", by=ada, at=AT)
    write(pk, ada, {"priority_claims.0.number": "1", "priority_claims.1.filed_on": "tomorrow"})
    actions.remove(pk, group="priority_claims", place=0, revision=revision(pk), by=ada, at=AT)
    assert shown(pk, "priority_claims.0.filed_on") == "tomorrow"
    assert len(Draft.objects.get(pk=pk).application["priority_claims"]) == 1


def test_a_list_that_changed_elsewhere_is_not_cut_blindly(ada, pk):
    for _ in range(2):
        actions.add(pk, group="agents", by=ada, at=AT)
    seen = revision(pk)
    actions.remove(pk, group="agents", place=0, revision=seen, by=ada, at=AT)
    with pytest.raises(Conflict):
        actions.remove(pk, group="agents", place=0, revision=seen, by=ada, at=AT)


def test_a_stranger_has_no_draft_to_touch(pk):
    eve = person("Eve")
    acts = (
        lambda: actions.save(pk, changes={"title": "Mine"}, revision=1, by=eve, at=AT),
        lambda: actions.add(pk, group="agents", by=eve, at=AT),
        lambda: actions.attach(pk, kind="claims", data=b"", name="a.pdf", by=eve, at=AT),
        lambda: actions.detach(pk, kind="claims", by=eve, at=AT),
        lambda: actions.sign(pk, name="Eve", capacity="", by=eve, at=AT),
        lambda: actions.copy(pk, by=eve, at=AT),
        lambda: actions.submit(pk, by=eve, at=AT),
        lambda: actions.discard(pk, by=eve, at=AT),
    )
    for act in acts:
        with pytest.raises(Denied):
            act()


def test_a_later_change_makes_the_signature_lapse(ada, pk):
    actions.sign(pk, name="Ada Okafor", capacity="applicant", by=ada, at=AT)
    assert Draft.objects.get(pk=pk).application["signatures"][0]["signed_on"] == "2026-11-22"
    assert write(pk, ada, {"title": "Latch"}).lapsed
    assert Draft.objects.get(pk=pk).application["signatures"] == []


def test_signing_needs_a_name(ada, pk):
    with pytest.raises(Refused) as refused:
        actions.sign(pk, name="  ", capacity="agent", by=ada, at=AT)
    assert refused.value.findings[0].field == "signatures.0.name"


def test_a_file_that_cannot_be_taken_is_refused_beside_its_part(ada, pk):
    with pytest.raises(Refused) as refused:
        actions.attach(pk, kind="claims", data=b"Dear office", name="claims.txt", by=ada, at=AT)
    assert refused.value.findings[0].field == "parts.claims"
    assert Draft.objects.get(pk=pk).application["parts"] == []


def test_a_second_file_of_a_kind_takes_the_place_of_the_first(ada, pk):
    for name in ("one.pdf", "two.pdf"):
        actions.attach(pk, kind="abstract", data=samples.abstract(), name=name, by=ada, at=AT)
    [part] = Draft.objects.get(pk=pk).application["parts"]
    assert part["name"] == "two.pdf"
    assert part["sheets"] == 1
    assert part["words"] > 50
    actions.detach(pk, kind="abstract", by=ada, at=AT)
    assert Draft.objects.get(pk=pk).application["parts"] == []


def test_a_copy_is_not_signed(ada, pk):
    actions.sign(pk, name="Ada Okafor", capacity="applicant", by=ada, at=AT)
    twin = Draft.objects.get(pk=actions.copy(pk, by=ada, at=AT))
    assert twin.title == "Hinge with magnetic latch"
    assert twin.application["signatures"] == []


def test_data_are_read_as_strictly_as_a_form(ada, pk):
    def put(**sent):
        return actions.replace(pk, application=sent, revision=revision(pk), by=ada, at=AT)

    put(title="Latch", priority_claims=[{"office": "US", "number": "63/1", "filed_on": "2026-01-02"}])
    assert shown(pk, "priority_claims.0.filed_on") == "2026-01-02"
    for bad in (
        {"titel": "Latch"},
        {"title": 7},
        {"title": "x" * 501},
        {"title": "\ud800"},
        {"parties": [{"country": "ZZ"}]},
        {"priority_claims": [{"filed_on": "soon"}]},
        {"parts": [{"kind": "claims", "sha256": "0" * 64}]},
        {"agents": [{}] * 101},
    ):
        with pytest.raises(Refused):
            put(**bad)


def test_data_for_an_older_revision_are_refused(ada, pk):
    with pytest.raises(Conflict):
        actions.replace(pk, application={"title": "Latch"}, revision=revision(pk) - 1, by=ada, at=AT)


def test_a_discarded_draft_is_gone(ada, pk):
    actions.discard(pk, by=ada, at=AT)
    assert not Draft.objects.exists()


def test_what_is_typed_into_an_agent_that_was_removed_elsewhere_is_told_not_lost(ada, pk):
    actions.add(pk, group="agents", by=ada, at=AT)
    seen = revision(pk)
    actions.remove(pk, group="agents", place=0, revision=seen, by=ada, at=AT)
    with pytest.raises(actions.Diverged) as told:
        actions.save(pk, changes={"agents.0.name": "MÜLLER, Eva"}, revision=seen, by=ada, at=AT)
    assert told.value.differences == (actions.Difference("agents.0.name", "", "MÜLLER, Eva"),)


def test_who_is_forgotten_leaves_no_draft_and_takes_nobody_elses(ada, pk):
    theirs = actions.start(by=person("Bob"), at=AT)
    assert actions.forget_person(ada, at=AT) == {"filing.Draft": 1, "filing.PreparedAct": 0}
    assert not Draft.objects.filter(pk=pk).exists()
    assert Draft.objects.filter(pk=theirs).exists()


@pytest.mark.django_db(transaction=True)
def test_a_file_is_attached_where_no_transaction_is_open_yet():
    ada = person("Ada")
    pk = actions.start(by=ada, at=AT)
    actions.attach(pk, kind="claims", data=samples.pdf(), name="claims.pdf", by=ada, at=AT)
    assert Draft.objects.get(pk=pk).application["parts"]
