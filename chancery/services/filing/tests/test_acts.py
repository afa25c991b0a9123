"""Acts after filing: each enters what it says, or nothing and says why."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from chancery.core import ledger
from chancery.core.refusal import Denied, Refused
from chancery.records.register import actions as register
from chancery.records.register import events
from chancery.records.register import queries as rights
from chancery.services.filing.acts import doing, effects
from chancery.services.filing.acts.table import ASKS, GROUPS
from chancery.services.filing.tests.acting import (
    ADA,
    BO,
    CLAIM,
    NOW,
    brought,
    does,
    filed,
    happens,
    published,
    searched,
    sent,
)
from chancery.services.filing.tests.listing import listing
from chancery.services.filing.tests.people import person
from chancery.treaties import pct

pytestmark = pytest.mark.django_db

SIGNED = "Ada Okafor"


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def number(ada):
    return filed(ada)


def newest(number: str) -> ledger.Entry:
    return rights.timeline(number)[-1]


def test_every_act_of_the_treaty_can_be_done_here():
    assert {act.key for act in pct.ACTS} - set(ASKS) == {"observe"}
    assert {ask.group for ask in ASKS.values()} == set(GROUPS)
    assert all(key == ask.key for key, ask in ASKS.items())


# Who may


def test_a_stranger_is_told_that_there_is_no_such_application(number):
    eve = person("Eve")
    with pytest.raises(Denied, match="no such application"):
        does(number, "send_letter", "Eve", by=eve, subject="Hello", text="Hello")


def test_who_may_only_read_does_nothing(number):
    bo = person("Bo")
    register.share(number, user=bo, level="viewer", until=None, at=NOW)
    with pytest.raises(Denied, match="Ask its owner"):
        does(number, "send_letter", SIGNED, by=bo, subject="Hello", text="Hello")


def test_an_editor_does_what_an_agent_may_but_withdraws_nothing(number):
    bo = person("Bo")
    register.share(number, user=bo, level="editor", until=None, at=NOW)
    assert does(number, "send_letter", SIGNED, by=bo, subject="Hello", text="Hello")
    with pytest.raises(Denied):
        does(number, "withdraw_application", SIGNED, by=bo)


def test_nothing_is_done_unsigned(ada, number):
    with pytest.raises(Refused) as refused:
        does(number, "withdraw_application", by=ada)
    assert [one.cites for one in refused.value.findings] == ["PCT Rule 90bis.5"]
    assert rights.right(number).status == "accorded"


def test_all_applicants_sign_a_withdrawal(ada):
    number = filed(ada, parties=(ADA, BO))
    with pytest.raises(Refused, match="LIND, Bo"):
        does(number, "withdraw_application", SIGNED, by=ada)
    does(number, "withdraw_application", SIGNED, "Bo Lind", by=ada)
    assert rights.right(number).status == "withdrawn"


def test_a_signature_for_nobody_is_refused(ada, number):
    bad = replace(sent(number, subject="A", text="B"), signatures=(pct.Signature(name="X", party=7),))
    with pytest.raises(Refused, match="nobody at this place"):
        doing.hand_in(number, "send_letter", bad, by=ada, at=NOW)


# When


def test_a_late_act_is_refused_with_the_day_and_the_rule(ada, number):
    searched(number)
    late = datetime(2027, 9, 20, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused) as refused:
        does(number, "withdraw_priority", SIGNED, by=ada, at=late, claims=["0"])
    [finding] = refused.value.findings
    assert "2027-09-14" in finding.message
    assert finding.cites.startswith("PCT Rule 90bis.3")


def test_article_19_waits_for_the_search_report_and_is_had_once(ada, number):
    with pytest.raises(Refused, match="No international search report"):
        does(number, "amend_claims_19", SIGNED, by=ada)
    searched(number, "2026-10-01")
    files = tuple(brought(number, "amend_claims_19", kind, ada) for kind in ("claims", "letter"))
    does(number, "amend_claims_19", SIGNED, by=ada, files=files, statement="Narrower.")
    [amendment] = rights.right(number).amendments
    assert amendment.article == "19"
    assert [one["kind"] for one in amendment.documents] == ["claims", "letter"]
    with pytest.raises(Refused, match="once"):
        does(number, "amend_claims_19", SIGNED, by=ada, files=files)


def test_a_long_statement_and_a_missing_letter_are_said_together_with_their_fields(ada, number):
    searched(number, "2026-10-01")
    with pytest.raises(Refused) as refused:
        does(number, "amend_claims_19", by=ada, statement="x" * 7000)
    assert {one.field for one in refused.value.findings} == {"statement", "files.claims", "files.letter", "signatures"}
    files = tuple(brought(number, "amend_claims_19", kind, ada) for kind in ("claims", "letter"))
    with pytest.raises(Refused, match="501 words"):
        does(number, "amend_claims_19", SIGNED, by=ada, files=files, statement="word " * 501)


# What is entered


def test_withdrawing_a_priority_claim_moves_the_limits_that_have_not_expired(ada, number):
    prepared = doing.prepare(number, "withdraw_priority", sent(number, SIGNED, claims=["0"]), by=ada, at=NOW)
    days = {one.limit.key: (one.before, one.after) for one in effects.moved(prepared.deed.right, prepared.after)}
    assert days["national_phase"] == (date(2027, 9, 14), date(2028, 9, 10))
    assert "prio_document" not in days  # it had expired
    does(number, "withdraw_priority", SIGNED, by=ada, claims=["0"])
    assert rights.right(number).application.priority_claims[0].ceased_on == NOW.date()


def test_a_priority_claim_is_added_with_the_day_of_its_receipt(ada):
    number = filed(ada, priority_claims=())
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    does(number, "add_priority", SIGNED, by=ada, at=at, office="CH", number="CH 1234/25", filed_on="2025-03-14")
    assert rights.right(number).application.priority_claims == (replace(CLAIM, added_on=at.date()),)


def test_an_earlier_application_is_earlier(ada):
    number = filed(ada, priority_claims=())
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="is earlier") as refused:
        does(number, "add_priority", SIGNED, by=ada, at=at, office="CH", filed_on="2026-03-10")
    assert refused.value.findings[0].field == "filed_on"


def test_a_claim_is_corrected_in_place(ada, number):
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="Nothing has been changed"):
        does(number, "correct_priority", SIGNED, by=ada, at=at)
    does(number, "correct_priority", SIGNED, by=ada, at=at, priority_claims__0__number="CH 1235/25")
    assert rights.right(number).application.priority_claims == (replace(CLAIM, number="CH 1235/25"),)


def test_restoration_is_requested_with_reasons(ada):
    at = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
    number = filed(ada, at=at)
    with pytest.raises(Refused) as refused:
        does(number, "request_restoration", SIGNED, by=ada, at=at, claim="0")
    assert refused.value.findings[0].field == "reasons"
    does(number, "request_restoration", SIGNED, by=ada, at=at, claim="0", reasons="Flood.", criterion="due care")
    [claim] = rights.right(number).application.priority_claims
    assert (claim.restoration_requested, claim.restoration_reasons, claim.restoration_criterion) == (
        True,
        "Flood.",
        "due care",
    )


def test_persons_change_come_and_go(ada):
    number = filed(ada, parties=(ADA, BO))
    does(
        number,
        "change_parties",
        SIGNED,
        "Bo Lind",
        by=ada,
        parties__0__address="Rue du Port 2\n1003 Lausanne",
        parties__1__leaves="on",
        parties__new__name="HINGES AG",
        parties__new__kind="legal",
        parties__new__applicant="on",
    )
    names = [party.name for party in rights.right(number).application.parties]
    assert names == ["OKAFOR, Ada", "HINGES AG"]
    assert rights.right(number).application.parties[0].address.startswith("Rue du Port")


def test_an_address_for_letters_stays_beside_the_ledger(ada, number):
    sends = sent(number, SIGNED, parties__0__email="ada@example.org", parties__0__address="Rue du Port 2")
    entry = doing.hand_in(number, "change_parties", sends, by=ada, at=NOW)
    assert "ada@example.org" not in str(ledger.entry(entry).body)
    assert rights.with_contacts(number, rights.right(number).application).parties[0].email == "ada@example.org"
    assert doing.hand_in(number, "change_parties", sends, by=ada, at=NOW) == entry


def test_an_applicant_must_remain(ada, number):
    with pytest.raises(Refused, match="must remain"):
        does(number, "change_parties", SIGNED, by=ada, parties__0__leaves="on")


def test_proof_of_a_transfer_is_a_paper_of_its_own_not_a_part_of_the_application(ada, number):
    file = brought(number, "change_parties", "proof of transfer", ada)
    does(number, "change_parties", SIGNED, by=ada, files=(file,), parties__0__address="Rue du Port 2")
    right = rights.right(number)
    assert right.documents == ()
    assert [one.act for one in right.papers] == ["change_parties"]


def test_an_agent_is_appointed_and_revoked(ada, number):
    power = brought(number, "appoint_agent", "power of attorney", ada)
    does(number, "appoint_agent", SIGNED, by=ada, files=(power,), name="WEBER, Anna", address="Bern", country="CH")
    [agent] = rights.right(number).application.agents
    assert agent.power_of_attorney is True
    does(number, "withdraw_designations", "Anna Weber", by=ada, offices=["US", "JP"])
    assert rights.right(number).designations_withdrawn == ("JP", "US")
    does(number, "revoke_agent", SIGNED, by=ada, agents=["0"])
    assert rights.right(number).application.agents == ()


def test_a_declaration_is_added_and_replaced(ada, number):
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    does(number, "add_declaration", SIGNED, by=ada, at=at, item="i", text="I am the inventor.")
    does(number, "add_declaration", SIGNED, by=ada, at=at, item="ii", text="I may apply.", replaces="0")
    assert [one.item for one in rights.right(number).application.declarations] == ["ii"]


def test_a_missing_part_comes_late_and_is_disregarded_again(ada, number):
    at = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    file = brought(number, "furnish_missing_part", "drawings", ada, at=at)
    does(number, "furnish_missing_part", SIGNED, by=ada, at=at, files=(file,), remark="Sheet 3")
    right = rights.right(number)
    [part] = right.application.parts
    assert (part.kind, part.late, part.received_on) == ("drawings", "missing", at.date())
    assert [one["kind"] for one in right.documents] == ["drawings"]
    happens(number, events.NotificationSent(form="PCT/RO/126", office="IB", dated="2026-04-02", facts={}, cites=""))
    happens(number, events.FilingDateCorrected(filing_date="2026-04-01", cites="PCT Rule 20.5(c)"))


def test_all_designations_are_not_withdrawn_one_by_one(ada, number):
    from chancery.services.filing.acts.withdrawals import designated

    with pytest.raises(Refused, match="use that act"):
        does(number, "withdraw_designations", SIGNED, by=ada, offices=list(designated(rights.right(number))))


def test_a_demand_elects_the_states_of_chapter_two(ada, number):
    searched(number, "2026-10-01")
    does(number, "demand", SIGNED, by=ada, authority="EP", basis="as filed")
    demand = rights.right(number).demand
    assert demand.authority == "EP"
    assert "US" in demand.elected
    assert "UY" not in demand.elected
    does(number, "withdraw_elections", SIGNED, by=ada, offices=["US"])
    assert "US" not in rights.right(number).demand.elected
    does(number, "withdraw_demand", SIGNED, by=ada)
    assert rights.right(number).demand.withdrawn_on == NOW.date()


def test_a_supplementary_search_is_not_made_by_the_same_authority(ada, number):
    with pytest.raises(Refused) as refused:
        does(number, "request_sis", SIGNED, by=ada, authority="EP")
    assert refused.value.findings[0].field == "authority"
    does(number, "request_sis", SIGNED, by=ada, authority="SE")
    assert rights.right(number).supplementary[0].authority == "SE"
    does(number, "withdraw_sis", SIGNED, by=ada)
    with pytest.raises(Refused, match="No supplementary search"):
        does(number, "withdraw_sis", SIGNED, by=ada)


def test_early_publication_is_asked_for_and_taken_back(ada, number):
    does(number, "publish_early", SIGNED, by=ada)
    assert rights.right(number).early_publication_on == NOW.date()
    does(number, "withdraw_publication_request", SIGNED, by=ada)
    assert rights.right(number).record.early_publication_withdrawn == NOW.date()


def test_licences_are_offered_and_taken_back(ada, number):
    with pytest.raises(Refused, match="No licences"):
        does(number, "withdraw_licensing", SIGNED, by=ada)
    does(number, "indicate_licensing", SIGNED, by=ada, terms="Not exclusive.")
    assert rights.right(number).licensing == "Not exclusive."
    does(number, "withdraw_licensing", SIGNED, by=ada)
    assert rights.right(number).licensing is None


def test_papers_are_numbered_and_keep_what_they_say(ada, number):
    does(number, "send_letter", SIGNED, by=ada, to="IB", subject="Hello", text="Good day.")
    does(number, "ask_for_copies", SIGNED, by=ada, copies=["application"], certified="on")
    letter, copies = rights.right(number).papers
    assert (letter.paper, letter.facts) == (1, {"to": "IB", "subject": "Hello", "text": "Good day."})
    assert (copies.paper, copies.facts) == (2, {"copies": "application", "certified": "yes"})


def test_an_empty_letter_is_none(ada, number):
    with pytest.raises(Refused, match="Write something"):
        does(number, "send_letter", SIGNED, by=ada, subject="Hello")


def test_a_listing_for_the_search_is_xml(ada, number):
    key = "furnish_sequence_listing"
    file = brought(number, key, "sequence listing", ada, data=listing(1))
    does(number, key, SIGNED, by=ada, files=(file,))
    assert rights.right(number).papers[0].documents[0]["kind"] == "sequence listing"
    with pytest.raises(Refused):
        brought(number, key, "sequence listing", ada, data=b"<html/>")


def test_the_priority_document_is_fetched_with_its_code(ada, number):
    at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    said = {"claim": "0", "way": "digital library"}
    with pytest.raises(Refused, match="access code"):
        does(number, "request_priority_document", SIGNED, by=ada, at=at, **said)
    does(number, "request_priority_document", SIGNED, by=ada, at=at, **said, access_code="A1B2")
    assert rights.right(number).papers[0].facts["access_code"] == "A1B2"


def test_entry_into_the_national_phase_is_reported(ada, number):
    with pytest.raises(Refused, match="not come yet"):
        does(number, "enter_national_phase", SIGNED, by=ada, office="EP", on="2026-11-23")
    does(number, "enter_national_phase", SIGNED, by=ada, office="EP", on="2026-11-20", number="EP26700001.1")
    [step] = rights.right(number).national
    assert (step.office, step.what, step.on) == ("EP", "entered", date(2026, 11, 20))
    with pytest.raises(Refused, match="not in the list"):
        does(number, "enter_national_phase", SIGNED, by=ada, office="EP", on="2026-11-20")


# After the end


def test_nothing_happens_after_the_end(ada, number):
    does(number, "withdraw_application", SIGNED, by=ada)
    for key in ("change_parties", "demand", "publish_early", "enter_national_phase"):
        with pytest.raises(Refused, match="withdrawn"):
            does(number, key, SIGNED, by=ada)


def test_an_observation_is_answered_where_there_is_one(ada, number):
    published(number)
    with pytest.raises(Refused, match="Nobody has submitted"):
        does(number, "answer_observation", SIGNED, by=ada)
    seen = events.ObservationSubmitted(observation=1, received_on="2026-11-20", citations=({"document": "EP 1"},))
    happens(number, seen)
    does(number, "answer_observation", SIGNED, by=ada, observation="1", text="It shows no latch.")
    assert rights.right(number).papers[0].facts == {"observation": "1", "text": "It shows no latch."}
