"""What has lain as long as its declaration says goes by itself, not a day earlier, and not while a claim needs it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import DateTimeField
from django.urls import reverse
from rich.console import Console

from chancery.core import follow, ledger
from chancery.core.personal import Disposal, Until
from chancery.core.refusal import Refused
from chancery.records.accounts import actions as accounts
from chancery.records.accounts.models import User
from chancery.records.accounts.tests.signing_in import signed_in_with_a_second_factor
from chancery.records.documents import store
from chancery.records.documents.tests import samples
from chancery.records.privacy import actions as privacy
from chancery.records.privacy import holds, retention, traces
from chancery.records.privacy.models import Destroyed
from chancery.records.register import actions as register
from chancery.records.register.models import Contact
from chancery.services.examination.models import Case
from chancery.site import ageing, retaining
from chancery.site.forgetting import DISPOSERS, FORGETTERS
from chancery.site.tests.rows import row
from chancery.site.wiring import FOLLOWERS, HOLDINGS
from chancery.treaties import pct

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CANARY = "zq7canary"

PERIODS = sorted(
    {
        (holding.model, terms.keep)
        for holding in HOLDINGS
        for terms in holding.fields.values()
        if terms.keep.until is Until.PERIOD and terms.disposal is not Disposal.KEEP_BY_LAW
    },
    key=lambda one: (one[0], one[1].words),
)


@pytest.fixture
def ada():
    return User.objects.get(pk=accounts.open_account("ada@example.org", name="Ada", password="correct horse battery"))


def run(at):
    return retention.run(HOLDINGS, DISPOSERS, at=at)


def test_there_are_periods_to_travel_over():
    assert len(PERIODS) > 8


@pytest.mark.parametrize(("label", "keep"), PERIODS, ids=[f"{label}: {keep.words}" for label, keep in PERIODS])
def test_a_row_lies_for_its_period_and_is_gone_on_the_day_after(label, keep, ada):
    model = apps.get_model(label)
    only = dict(_kept(*each) for each in keep.only)
    since = AT if isinstance(model._meta.get_field(keep.since), DateTimeField) else AT.date()
    made = row(model, CANARY, user=ada, **only)
    model._base_manager.filter(pk=made.pk).update(**{keep.since: since})
    last = datetime.combine(keep.period.after(AT.date()), AT.time(), tzinfo=UTC)
    run(last)
    assert model._base_manager.filter(pk=made.pk).exists()
    [due] = [one for one in retention.due(HOLDINGS, on=(last + timedelta(days=1)).date()) if one.rows]
    assert (due.model, due.rows, due.oldest) == (label, 1, AT.date())
    assert model._base_manager.filter(pk=made.pk).exists(), "a dry run destroys nothing"
    run(last + timedelta(days=1))
    assert not model._base_manager.filter(pk=made.pk).exists()
    assert Destroyed.objects.get().keep == keep.words


def _kept(condition, value):
    """A field and its value, so that a row meets the condition."""
    name, _, how = condition.partition("__")
    return name, {"in": lambda: value[0], "isnull": lambda: None, "": lambda: value}[how]()


def test_nothing_goes_while_a_legal_hold_stands(ada):
    invited = row(apps.get_model("accounts.Claim"), CANARY, user=ada, ended_at=AT)
    hold = privacy.place_hold("ADA@example.org", "A claim before the court", by=ada.pk, at=AT)
    late = AT + timedelta(days=800)
    assert run(late) == []
    assert [one.held for one in retention.due(HOLDINGS, on=late.date()) if one.held] == [1]
    with pytest.raises(Refused, match="before the court"):
        privacy.erase(ada.pk, forgetters=FORGETTERS, followers=FOLLOWERS, holdings=HOLDINGS, at=AT)
    privacy.lift_hold(hold, by=ada.pk, at=late)
    assert [one.model for one in run(late)] == ["accounts.Claim"]
    assert not type(invited)._base_manager.filter(pk=invited.pk).exists()


def test_a_hold_says_what_it_does_not_know(ada):
    with pytest.raises(Refused, match="no such account"):
        privacy.place_hold("eve@example.org", "Why", by=ada.pk, at=AT)
    with pytest.raises(Refused, match="Say why"):
        privacy.place_hold("ada@example.org", " ", by=ada.pk, at=AT)
    privacy.place_hold("PCT/IB2026/000001", "Why", by=ada.pk, at=AT)
    with pytest.raises(Refused, match="held already"):
        privacy.place_hold("PCT/IB2026/000001", "Why", by=ada.pk, at=AT)
    assert holds.held_numbers() == {"PCT/IB2026/000001"}


@pytest.fixture
def operators(ada):
    """Ada and Otto, both operators: what destroys takes both."""
    accounts.grant(ada.pk, role="operator", by=None, at=AT)
    otto = accounts.open_account("otto@example.org", name="Otto", password="correct horse battery")
    accounts.grant(otto, role="operator", by=None, at=AT)
    return ada.pk, otto


def test_neither_of_two_operators_lifts_a_hold_alone(operators):
    ada, otto = operators
    hold = privacy.place_hold("ada@example.org", "A claim", by=ada, at=AT)
    with pytest.raises(Refused, match="takes two persons"):
        privacy.lift_hold(hold, by=ada, at=AT)
    assert holds.is_held(ada)
    done = accounts.do_or_propose(holds.LIFT, {"hold": hold}, by=ada, at=AT)
    assert holds.is_held(ada)
    accounts.confirm(done.proposal, by=otto, at=AT)
    assert not holds.is_held(ada)
    with pytest.raises(Refused, match="lifted already"):
        accounts.do_or_propose(holds.LIFT, {"hold": hold}, by=ada, at=AT)


def test_the_page_proposes_to_lift_a_hold_and_the_other_reads_whose_and_why(operators, client):
    ada, otto = operators
    hold = privacy.place_hold("ada@example.org", "A claim before the court", by=ada, at=AT)
    signed_in_with_a_second_factor(client, ada)
    assert "It takes two persons" in client.get("/account/destruction/").content.decode()
    assert client.post("/account/destruction/", {"lift": str(hold)})["Location"] == reverse("accounts:confirmations")
    assert holds.is_held(ada)
    signed_in_with_a_second_factor(client, otto)
    page = client.get(reverse("accounts:confirmations")).content.decode()
    assert "Lift the legal hold on Ada" in page
    assert "A claim before the court" in page


def filed(ada, *, at):
    sha256 = store.current().put(samples.abstract(80))
    named = [{"kind": "abstract", "sha256": sha256, "name": "a.pdf", "sheets": 1, "size": 1}]
    party = pct.Party(name=f"{CANARY} Ltd", email=f"{CANARY}@example.org")
    number = register.file_application(
        pct.Application(title=CANARY, parties=(party,)), documents=named, by=ada.pk, at=at
    ).number
    follow.catch_up(FOLLOWERS, at=at)
    return number


def test_the_file_of_an_application_that_was_never_published_goes_after_thirty_years(ada):
    number, root = filed(ada, at=AT), None
    root = ledger.root()
    before = AT.replace(year=2056)
    assert ageing.run(at=before, on=before.date()) == {}
    after = before + timedelta(days=1)
    gone = ageing.run(at=after, on=after.date())
    assert gone["core.Entry"] == 1
    assert {gone["register.Contact"], gone["register.Share"], gone["mail.Letter"]} == {1}
    assert list(traces.traces(CANARY)) == []
    assert not Case.objects.filter(number=number).exclude(title="").exists()
    assert ledger.root() == root
    assert ageing.due(on=after.date()) == []


def test_the_desk_and_the_lists_stand_after_a_file_was_emptied(ada, client):
    number = filed(ada, at=AT)
    after = AT.replace(year=2056) + timedelta(days=1)
    ageing.run(at=after, on=after.date())
    accounts.grant(ada.pk, role="officer", by=None, at=AT)
    client.force_login(User.objects.get(pk=ada.pk))
    address = number.replace("/", "-")
    for page in ("/desk/", "/filing/", "/docket/", "/my/", "/letters/", "/inbox/", "/privacy/rights/"):
        answer = client.get(page, follow=True)
        assert answer.status_code == 200, page
        assert CANARY not in answer.content.decode(), page
    for page in (f"/desk/{address}/", f"/register/{address}/", f"/filing/{address}/"):
        answer = client.get(page)
        assert answer.status_code in {200, 404, 410}, page
        assert CANARY not in answer.content.decode(), page


def test_what_is_published_stays_and_only_how_to_reach_people_goes(ada):
    number = filed(ada, at=AT)
    register.publish(number, kind_code="A1", on=AT.date(), issue="47/2026", after=1, at=AT)
    after = AT.replace(year=2056) + timedelta(days=1)
    assert ageing.run(at=after, on=after.date()) == {"register.Contact": 1}
    assert Contact.objects.count() == 0
    assert not ledger.stream(number)[0].erased


def test_a_file_with_a_hold_on_it_stays_whole(ada):
    number = filed(ada, at=AT)
    privacy.place_hold(number, "Revocation proceedings", by=ada.pk, at=AT)
    assert ageing.due(on=AT.replace(year=2060).date()) == []


def test_old_unsent_mail_and_counts_of_attempts_are_deleted_from_their_folders(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.EMAIL_FILE_PATH.mkdir()
    (settings.EMAIL_FILE_PATH / "1.log").write_text("To: ada@example.org")
    made = datetime.fromtimestamp((settings.EMAIL_FILE_PATH / "1.log").stat().st_mtime, UTC)
    retaining.run(at=made + timedelta(days=2))
    assert (settings.EMAIL_FILE_PATH / "1.log").exists()
    retaining.run(at=made + timedelta(days=4))
    assert not (settings.EMAIL_FILE_PATH / "1.log").exists()


def test_the_dry_run_says_what_would_go_and_destroys_nothing(ada, capsys):
    row(apps.get_model("accounts.Claim"), CANARY, user=ada, ended_at=AT)
    console = Console(width=200)
    assert retaining.show(dry=True, at=AT + timedelta(days=800), console=console) == 0
    assert "1 year after it was decided" in capsys.readouterr().out
    assert apps.get_model("accounts.Claim").objects.count() == 1
    call_command("check")


def test_an_operator_sees_what_would_go_and_what_went_and_places_a_hold(ada, client):
    client.force_login(ada)
    assert client.get("/account/destruction/").status_code == 403
    accounts.grant(ada.pk, role="operator", by=None, at=AT)
    signed_in_with_a_second_factor(client, ada.pk)
    row(apps.get_model("accounts.Claim"), CANARY, user=ada, ended_at=AT - timedelta(days=800))
    shown = client.get("/account/destruction/").content.decode()
    assert "<strong>" in shown
    assert "There is no backup" in shown
    refused = client.post("/account/destruction/", {"about": "eve@example.org", "reason": "A claim"})
    assert refused.status_code == 422
    assert "A claim</textarea>" in refused.content.decode()
    client.post("/account/destruction/", {"about": "ada@example.org", "reason": "A claim"})
    assert "<strong>" not in client.get("/account/destruction/").content.decode()
    client.post("/account/destruction/", {"lift": str(holds.holds()[0].pk)})
    assert holds.holds() == []
    run(AT)
    assert "1 year after it was decided" in client.get("/account/destruction/").content.decode()
