"""The pages of the acts: the list, a form, the check, the receipt; with nothing typed lost and nobody else let in."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chancery.core import clock
from chancery.records.documents.tests import samples
from chancery.records.register import actions as register
from chancery.records.register import queries as rights
from chancery.services.filing.acts.table import ASKS
from chancery.services.filing.tests.acting import ADA, BO, NOW, does, filed, searched
from chancery.services.filing.tests.people import person
from chancery.services.filing.tests.test_pages import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda **_: NOW)


@pytest.fixture
def ada():
    return person("Ada")


@pytest.fixture
def page(ada):
    return signed_in("ada")


@pytest.fixture
def number(ada):
    return filed(ada)


def acts(number: str) -> str:
    return reverse("filing:acts", args=[rights.in_address(number)])


def act(number: str, key: str) -> str:
    return reverse("filing:act", args=[rights.in_address(number), key])


def post(page, number: str, key: str, **fields):
    version = {"version": str(rights.right(number).version), "sign.party.0": "Ada Okafor"}
    return page.post(act(number, key), {**version, **{name.replace("__", "."): one for name, one in fields.items()}})


def resend(page, answer, number: str, key: str, step: str):
    """Press a button of the check page: its hidden fields go along."""
    fields: dict[str, list[str]] = {"step": [step]}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.content.decode()):
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(unescape(value))
    return page.post(act(number, key), fields)


def test_the_list_says_of_every_act_whether_until_when_and_why(page, number):
    text = page.get(acts(number)).content.decode()
    for words in ("Withdraw a priority claim", "Until", "2027-09-14", "Why this day?", "PCT Rule 90bis.3(a)"):
        assert words in text
    assert "No international search report has been transmitted yet." in text


def test_every_act_has_its_page(page, number):
    for key in ASKS:
        assert page.get(act(number, key)).status_code == 200, key
    assert page.get(act(number, "nonsense")).status_code == 404


def test_every_form_can_be_opened_where_it_is_open(page, ada, number):
    searched(number, "2026-11-01")
    does(number, "demand", "Ada Okafor", by=ada, at=NOW, authority="EP", basis="as filed")
    opened = {key for key in ASKS if b'id="act"' in page.get(act(number, key)).content}
    assert {"change_parties", "amend_claims_19", "withdraw_elections", "amend_34", "enter_national_phase"} <= opened


def test_an_act_that_is_not_open_says_why_and_takes_nothing(page, number):
    text = page.get(act(number, "amend_claims_19")).content.decode()
    assert "This cannot be done today" in text
    assert "PCT Art. 19(1)" in text
    assert post(page, number, "amend_claims_19").status_code == 409


def test_a_withdrawal_of_priority_shows_the_days_before_it_is_handed_in(page, number):
    version = rights.right(number).version
    checked = post(page, number, "withdraw_priority", claims="0")
    text = checked.content.decode()
    assert checked.status_code == 200
    assert "What will be entered" in text
    assert "2027-09-14" in text
    assert "2028-09-10" in text
    assert rights.right(number).version == version
    done = resend(page, checked, number, "withdraw_priority", "hand_in")
    assert done.status_code == 302
    assert "Withdraw a priority claim" in page.get(done["Location"]).content.decode()
    assert rights.right(number).application.priority_claims[0].ceased_on


def test_only_what_is_new_is_said_and_what_it_replaces(page, number):
    form = page.get(act(number, "change_parties")).content.decode()
    assert 'value="OKAFOR, Ada"' in form
    fields = {f"parties__0__{name}": "CH" for name in ("country", "nationality", "residence")}
    fields |= {"parties__0__kind": "natural", "parties__0__name": "OKAFOR, Ada", "parties__0__applicant": "on"}
    checked = post(page, number, "change_parties", **fields, parties__0__inventor="on", parties__0__address="Bern")
    text = checked.content.decode()
    assert "State of nationality" not in text
    assert "<ins><bdi>Bern</bdi></ins>" in text
    assert "<del><bdi>Rue du Lac 1" in text


def test_pressing_the_button_twice_leads_to_the_same_entry(page, number):
    checked = post(page, number, "publish_early")
    first = resend(page, checked, number, "publish_early", "hand_in")
    page.post(act(number, "publish_early"))
    assert rights.right(number).version == 3
    assert page.get(first["Location"]).status_code == 200


def test_nothing_typed_is_lost_on_the_way_back(page, number):
    said = {"to": "IB", "subject": "Latch & hinge", "text": "Line 1\nLine 2"}
    checked = post(page, number, "send_letter", **said)
    back = resend(page, checked, number, "send_letter", "edit").content.decode()
    assert 'value="Latch &amp; hinge"' in back
    assert "Line 2" in back
    assert 'value="Ada Okafor"' in back


def test_what_is_missing_stands_beside_its_field_with_what_was_typed(page, number):
    answer = post(page, number, "send_letter", subject="Hello", sign__party__0="")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Hello"' in text
    assert "PCT Rule 92.1(a)" in text


def test_files_go_along_from_the_form_to_the_ledger(page, ada, number):
    searched(number, "2026-11-01")
    files = {f"files.{kind}": SimpleUploadedFile(f"{kind}.pdf", samples.pdf()) for kind in ("claims", "letter")}
    checked = post(page, number, "amend_claims_19", statement="Narrower.", **files)
    assert checked.status_code == 200, checked.content.decode()
    done = resend(page, checked, number, "amend_claims_19", "hand_in")
    [amendment] = rights.right(number).amendments
    text = page.get(done["Location"]).content.decode()
    assert all(one["sha256"] in text for one in amendment.documents)
    sha256 = amendment.documents[0]["sha256"]
    assert page.get(reverse("filing:file", args=[rights.in_address(number), sha256])).status_code == 200


def test_a_bad_file_is_refused_beside_its_place_and_the_good_one_kept(page, number):
    searched(number, "2026-11-01")
    files = {
        "files.claims": SimpleUploadedFile("claims.pdf", samples.pdf()),
        "files.letter": SimpleUploadedFile("letter.pdf", b"no pdf"),
    }
    answer = post(page, number, "amend_claims_19", **files)
    assert answer.status_code == 422
    assert 'value="claims|' in answer.content.decode()


def test_the_receipt_is_a_pdf(page, number):
    checked = post(page, number, "publish_early")
    done = resend(page, checked, number, "publish_early", "hand_in")["Location"]
    answer = page.get(done + "receipt.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_what_has_changed_meanwhile_is_shown_again_before_anything_is_entered(page, ada, number):
    checked = post(page, number, "send_letter", to="IB", subject="Mine", text="x")
    does(number, "publish_early", "Ada Okafor", by=ada, at=NOW)
    again = resend(page, checked, number, "send_letter", "hand_in")
    assert again.status_code == 409
    assert "since you looked" in again.content.decode()
    assert resend(page, again, number, "send_letter", "hand_in").status_code == 302


def test_strangers_find_nothing_and_readers_only_read(page, number):
    eve = person("Eve")
    stranger = signed_in("eve")
    for address in (acts(number), act(number, "send_letter"), acts(number) + "1/", acts(number) + "1/receipt.pdf"):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address).status_code in {404, 405}
    register.share(number, user=eve, level="viewer", until=None, at=NOW)
    assert "Its owner can hand these acts in" in stranger.get(acts(number)).content.decode()
    assert 'id="act"' not in stranger.get(act(number, "send_letter")).content.decode()


def test_an_entry_of_the_office_is_no_act(page, number):
    first = rights.right(number).entries[0]
    assert page.get(acts(number) + f"{first}/").status_code == 404


def test_every_applicant_has_a_place_to_sign(page, ada):
    number = filed(ada, parties=(ADA, BO))
    text = page.get(act(number, "withdraw_application")).content.decode()
    assert 'name="sign.party.0"' in text
    assert 'name="sign.party.1"' in text


@pytest.mark.parametrize("language", ["ar", "zh-hans", "fr"])
def test_the_acts_speak_every_language_of_the_pages(page, number, language):
    page.cookies["language"] = language
    assert page.get(acts(number)).status_code == 200
    assert page.get(act(number, "change_parties")).status_code == 200
