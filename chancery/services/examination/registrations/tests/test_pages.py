"""The pages of the desk of registration files, and the API, through Django's test client."""

import csv
import html
import io
import json
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from chancery.core import clock
from chancery.records.accounts import actions as accounts
from chancery.records.register import queries
from chancery.services.examination.queries import CASES, FILES
from chancery.services.examination.registrations import actions, issues
from chancery.services.examination.registrations.acts import table
from chancery.services.examination.registrations.models import RegistrationCase
from chancery.services.examination.registrations.queues import QUEUES
from chancery.services.examination.registrations.tests.conftest import AT, case_of, file_of, settle, state_in

SYSTEMS = ("madrid", "hague", "lisbon")
PAGES = "chancery.services.examination.registrations"


@pytest.fixture(autouse=True)
def moments(monkeypatch):
    """The pages read the office clock; here it stands where a test sets it."""
    moments = [AT]
    for module in ("views", "issue_views", "api"):
        if module != "issue_views":
            monkeypatch.setattr(f"{PAGES}.{module}.now", lambda: moments[-1])
        monkeypatch.setattr(f"{PAGES}.{module}.today", lambda: clock.local_day(moments[-1]))
    return moments


@pytest.fixture
def come(client, cast):
    def come(role):
        client.force_login(get_user_model().objects.get(pk=getattr(cast, role)))
        return client

    return come


def address(name, number, *more):
    return reverse(f"examination:{name}", args=[queries.in_address(number), *more])


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_queues_hold_the_files_of_their_system(system, present, come):
    number = present(system)
    for queue in QUEUES:
        body = come("officer").get(reverse("examination:registrations"), {"queue": queue.key, "system": system})
        assert body.status_code == 200
    waits = "certify" if system == "madrid" else "register"
    page = {"queue": waits, "system": system}
    assert number in come("officer").get(reverse("examination:registrations"), page).content.decode()
    other = {"queue": waits, "system": SYSTEMS[SYSTEMS.index(system) - 1]}
    assert number not in come("officer").get(reverse("examination:registrations"), other).content.decode()


def test_the_list_is_found_in_sorted_and_exported(present, come):
    mark, designs = present("madrid"), present("hague")
    found = come("officer").get(reverse("examination:registrations"), {"q": "lumen", "sort": "-title"}).content.decode()
    assert mark in found
    assert designs not in found
    answer = come("officer").get(reverse("examination:registrations-csv"))
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert {row["number"] for row in rows} == {mark, designs}


def test_a_file_is_taken_and_given_back(present, come):
    number = present("madrid")
    come("officer").post(address("registration-take", number))
    mine = come("officer").get(reverse("examination:registrations"), {"officer": "me"}).content.decode()
    assert number in mine
    come("officer").post(address("registration-release", number))
    assert number not in come("officer").get(reverse("examination:registrations"), {"officer": "me"}).content.decode()


@pytest.mark.parametrize("system", SYSTEMS)
def test_only_the_office_sees_the_desk(system, present, come, client):
    number = present(system)
    pages = (address("registration", number), address("registration-act", number, "register"))
    pages += (reverse("examination:registrations"), reverse("examination:registration-issue", args=[system]))
    for page in pages:
        assert client.get(page).status_code == 302
    for page in pages:
        assert come("applicant").get(page).status_code == 403
    assert come("publisher").get(pages[1]).status_code == 403
    assert come("officer").get(address("registration", f"{system.upper()}/2026/999999")).status_code == 404
    assert come("officer").get(address("registration-act", number, "nonsense")).status_code == 404


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_act_has_a_page_before_and_after_registration(system, present, appeared, come, moments):
    for number in (present(system), appeared(system)[0]):
        moments.append(max(moments[-1], datetime(2026, 11, 30, 9, tzinfo=UTC)))
        for act in table.of(system):
            answer = come("officer").get(address("registration-act", number, act.key))
            assert answer.status_code == 200, act.key
            assert str(act.button) in answer.content.decode() or "Not now" in answer.content.decode()


def test_an_application_goes_from_certification_to_the_issue_over_the_pages(present, come, moments):
    number = present("madrid")
    points = dict.fromkeys(("same_applicant", "same_indications", "same_mark", "goods_covered"), "on")
    certifying = address("registration-act", number, "certify")
    refused = come("officer").post(certifying, {"after": 1, "received_on": "2026-11-23"})
    assert refused.status_code == 422
    assert "certifies every point" in refused.content.decode()
    done = come("officer").post(certifying, {"after": 1, "received_on": "2026-11-23", **points})
    assert done.status_code == 302
    register = address("registration-act", number, "register")
    assert "Received by the Office of origin" in come("officer").get(register).content.decode()
    assert come("officer").post(register, {"after": 1}).status_code == 409
    come("officer").post(register, {"after": 2})
    settle(AT)
    come("officer").post(address("registration-act", number, "notify"), {"after": 3, "parties": ["FR", "JP"]})
    settle(AT)
    page = reverse("examination:registration-issue", args=["madrid"])
    assert "Publishers publish" in come("officer").get(page).content.decode()
    on = issues.next_issue("madrid", AT.date()).on
    moments.append(datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
    assert "Publish this issue" in come("publisher").get(page).content.decode()


def test_what_has_appeared_is_not_offered_again_while_the_list_follows(appeared, come, moments):
    number, at = appeared("madrid")
    moments.append(at)
    page = reverse("examination:registration-issue", args=["madrid"])
    RegistrationCase.objects.filter(number=number).update(unprinted=1)
    assert f'value="{number}"' not in come("publisher").get(page).content.decode()


def test_another_ground_is_asked_for_without_losing_what_was_typed(appeared, come, moments):
    number, at = appeared("madrid")
    moments.append(at)
    page = address("registration-act", number, "refuse")
    typed = {"after": file_of(number).version, "office": "JP", "ground1_text": "Confusion", "rows": 2, "more": "1"}
    body = come("officer").post(page, typed).content.decode()
    assert "Confusion" in body
    assert "ground3_text" in body
    assert "errors" not in body


def test_a_late_refusal_is_shown_with_its_consequence(registered, come, moments):
    number = registered("madrid")
    moments.append(datetime(2029, 1, 3, 9, tzinfo=UTC))
    body = come("officer").get(address("registration-act", number, "refuse")).content.decode()
    assert "The time limit for it is over" in body
    assert "protected as if it had been registered there" in body
    assert "Prevents filing" not in body


def test_neither_of_two_publishers_publishes_alone(registered, cast):
    from chancery.core.refusal import Refused

    number = registered("madrid")
    second = accounts.open_account("paula@example.org", name="Paula", password="correct horse battery")
    accounts.grant(second, role="publisher", by=None, at=AT)
    on = issues.next_issue("madrid", AT.date()).on
    at = datetime(on.year, on.month, on.day, 11, tzinfo=UTC)
    with pytest.raises(Refused, match="takes two persons"):
        actions.publish("madrid", on, numbers=[number], by=cast.publisher, at=at)
    done = accounts.do_or_propose(actions.PUBLISH, actions.payload("madrid", on, [number]), by=cast.publisher, at=at)
    assert not queries.is_public(number)
    issue = accounts.confirm(done.proposal, by=second, at=at)
    assert issue.numbers == (number,)
    assert queries.is_public(number)


def test_the_holder_sees_the_statement_of_fees_and_a_stranger_does_not(present, come, client, cast):
    number = present("madrid")
    page = reverse("fees:statement", args=[queries.in_address(number)])
    assert "Basic fee" in come("applicant").get(page).content.decode()
    accounts.open_account("eve@example.org", name="Eve", password="correct horse battery")
    client.force_login(get_user_model().objects.get(email="eve@example.org"))
    assert client.get(page).status_code == 404


# The API


@pytest.fixture
def call(client, cast):
    def call(role, method, path, body=None):
        token = accounts.make_token("desk", by=getattr(cast, role), at=AT)
        headers = {"Authorization": f"Bearer {token}"}
        sent = {"data": json.dumps(body), "content_type": "application/json"} if body is not None else {}
        return getattr(client, method)(f"/api/v1{path}", headers=headers, **sent)

    return call


def test_an_office_refuses_over_the_api(appeared, call, moments):
    number, at = appeared("madrid")
    moments.append(at)
    path = f"/desk/registrations/{queries.in_address(number)}/statements"
    listed = call("officer", "get", path).json()
    assert {"JP", "FR"} == set(next(one for one in listed["acts"] if one["key"] == "refuse")["offices"])
    sent = {
        "version": listed["version"],
        "office": "JP",
        "on": at.date().isoformat(),
        "things": [1],
        "values": {"review_before": "Appeal board"},
        "grounds": [{"provision": "Art. 4(1)(11)", "text": "Confusion.", "earlierRight": "JP 5555555"}],
        "answerUntil": "2027-12-01",
    }
    assert call("officer", "post", f"{path}/refuse", sent | {"values": {"nonsense": "x"}}).status_code == 422
    answer = call("officer", "post", f"{path}/refuse", sent)
    assert answer.status_code == 201, answer.content
    assert answer.json()["grounds"][0]["earlierRight"] == "JP 5555555"
    assert state_in(number, "JP", on=at.date()) == {"pending", "provisionally_refused"}
    assert call("officer", "post", f"{path}/refuse", sent).status_code == 409


def test_the_bureau_invites_and_the_office_completes_over_the_api(appeared, call, moments):
    number, at = appeared("madrid")
    moments.append(at)
    path = f"/desk/registrations/{queries.in_address(number)}"
    stated = {
        "office": "JP",
        "on": at.date().isoformat(),
        "grounds": [{"provision": "Art. 4(1)(11)", "text": "Confusion."}],
        "answerUntil": "2027-12-01",
    }
    version = file_of(number).version
    assert call("officer", "post", f"{path}/statements/refuse", stated | {"version": version}).status_code == 201
    asked = {"version": version + 1, "office": "JP", "rule": "18(1)(d)", "message": "Say before whom it is reviewed."}
    assert call("publisher", "post", f"{path}/invitations", asked).status_code == 403
    assert call("officer", "post", f"{path}/invitations", asked | {"office": "FR"}).status_code == 422
    told = call("officer", "post", f"{path}/invitations", asked)
    assert told.status_code == 201, told.content
    assert (told.json()["office"], told.json()["due"]) == ("JP", "2027-01-26")
    completed = {"version": version + 2, "office": "JP", "on": at.date().isoformat(), "answerUntil": "2027-12-01"}
    completed["values"] = {"review_before": "Appeal board"}
    assert call("officer", "post", f"{path}/statements/complete_refusal", completed).status_code == 201
    assert state_in(number, "JP", on=at.date()) == {"provisionally_refused"}
    assert call("officer", "post", "/desk/registrations/HAGUE-2026-000001/invitations", asked).status_code == 404


def test_nobody_but_the_office_reaches_the_desk_over_the_api(appeared, call):
    number, _at = appeared("madrid")
    path = f"/desk/registrations/{queries.in_address(number)}/statements"
    assert call("applicant", "get", path).status_code == 403
    assert call("applicant", "get", "/desk/registrations").status_code == 403
    grant = {"version": file_of(number).version, "office": "FR", "on": "2026-11-26"}
    assert call("publisher", "post", f"{path}/grant", grant).status_code == 403
    assert call("officer", "get", "/desk/registrations/MADRID-2026-999999/statements").status_code == 404
    assert call("officer", "post", f"{path}/renounce", grant).status_code == 404


def test_what_waits_is_listed_over_the_api(present, call):
    number = present("hague")
    listed = call("officer", "get", "/desk/registrations?queue=register&system=hague").json()
    assert [one["number"] for one in listed["items"]] == [number]
    assert listed["items"][0]["dueFor"] == case_of(number).due_for


def test_the_desk_sees_what_the_mark_is(present, come):
    mark = {"form": "word", "words": "ΛΥΚΟΦΩΣ", "standard_characters": True, "transliteration": "LYKOFOS"}
    number = present("madrid", mark=mark)
    text = come("officer").get(address("registration", number)).content.decode()
    for words in ("Word mark", "in standard characters", "LYKOFOS"):
        assert words in text


def test_the_desk_sees_how_a_name_is_written_and_protected_at_home(present, come):
    number = present("lisbon", protected_by={"kind": "registration", "number": "17", "dated": "2011-05-03"})
    text = come("officer").get(address("registration", number)).content.decode()
    assert "Protected at home by" in text
    assert "2011-05-03" in text


def test_the_desk_shows_the_mark_with_its_measures_and_what_is_found_of_it(cast, come):
    from chancery.records.documents import actions as files
    from chancery.records.documents.tests import pictures
    from chancery.records.register import actions as register
    from chancery.services.examination.registrations.tests.conftest import MARK, settle

    kept = files.keep_image(pictures.image(), name="lumen.png", by=None, at=AT)
    film = files.keep(b"film", media_type="video/mp4", name="lumen.mp4", by=None, at=AT)
    documents = tuple(
        {"kind": f"mark.reproductions.{place}", "sha256": one.sha256, "name": name, "size": one.size}
        for place, (one, name) in enumerate(((kept, "lumen.png"), (film, "lumen.mp4")))
    )
    told = [{"format": "PNG", "width_cm": 30.0, "height_cm": 3.0, "size": 9, "colour": True}, {"format": "MP4"}]
    mark = {"form": "figurative", "words": "LUMEN", "reproductions": told}
    application = MARK | {"mark": mark}
    number = register.present("madrid", application, office="CH", documents=documents, by=cast.applicant, at=AT).number
    settle(AT)
    page = address("registration", number)
    text = come("officer").get(page).content.decode()
    where = address("registration-document", number, kept.sha256)
    assert f'src="{where}?small"' in text
    assert f'<video controls preload="metadata" src="{address("registration-document", number, film.sha256)}"' in text
    assert "in colour" in text
    shown = text[text.index("desk-shown") : text.index('id="findings"')]
    assert "A picture of the mark is at most 20 by 20 centimetres" in shown
    assert "media-src" in come("officer").get(page)["Content-Security-Policy"]
    assert come("officer").get(f"{where}?small")["Content-Type"] == "image/jpeg"
    assert come("applicant").get(f"{where}?small").status_code == 403


def test_every_queue_says_what_its_number_counts(come):
    for page, desk in (("examination:desk", CASES), ("examination:registrations", FILES)):
        text = html.unescape(come("officer").get(reverse(page)).content.decode())
        for queue in desk.queues:
            assert str(queue.says) in text
        for other in (CASES, FILES):
            assert str(other.label) in text
