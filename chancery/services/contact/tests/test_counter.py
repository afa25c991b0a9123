"""The pages, through Django's test client: for anyone, for the person's own account, for the office."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.urls import reverse

from chancery.services.contact import actions
from chancery.services.contact.models import Question
from chancery.services.contact.tests.conftest import AT

PAGE = "/contact/"
WRITTEN = {"topic": "fees", "about": "", "text": "Which fee do I owe?", "name": "Bo", "email": "bo@example.org"}


@pytest.fixture(autouse=True)
def no_limit_yet():
    cache.clear()


@pytest.fixture
def enter(client, cast):
    def enter(name):
        client.force_login(get_user_model().objects.get(pk=getattr(cast, name)))
        return client

    return enter


def text(response):
    return response.content.decode()


@pytest.mark.django_db
def test_anyone_asks_and_is_led_to_the_secret_address(client):
    response = client.post(PAGE, WRITTEN, follow=True)
    [(address, _status)] = response.redirect_chain
    assert "Which fee do I owe?" in text(response)
    assert address in text(response)
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert client.get(address[:-2] + "/").status_code == 404


@pytest.mark.django_db
def test_an_asker_without_an_account_gets_no_session(client):
    client.post(PAGE, WRITTEN, follow=True)
    assert "session" not in client.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("topic", "", "Choose what your question is about"),
        ("topic", "weather", "Select a valid choice"),
        ("text", " ", "Write your question"),
        ("text", "x" * 5001, "at most 5000 characters"),
        ("name", "", "Give your name"),
        ("email", "", "Give an e-mail address"),
        ("email", "bo at example", "Enter a valid email address"),
        ("about", "P" * 41, "at most 40 characters"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(client, field, value, said):
    response = client.post(PAGE, {**WRITTEN, field: value})
    assert response.status_code == 422
    assert said in text(response)
    assert all(kept in text(response) for name, kept in WRITTEN.items() if name not in {field, "topic"})
    assert not Question.objects.exists()


@pytest.mark.django_db
def test_the_page_never_says_whether_an_application_exists(client):
    answers = [
        client.post(PAGE, {**WRITTEN, "text": number, "about": number}, follow=True)
        for number in ("PCT/IB2026/000001", "no such number")
    ]
    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.django_db
def test_a_program_that_fills_every_field_is_refused_and_a_helpful_browser_may_send_again(client):
    response = client.post(PAGE, {**WRITTEN, "website": "https://pills.example"})
    assert response.status_code == 422
    assert "A field that people do not see" in text(response)
    assert "pills" not in text(response)
    assert client.post(PAGE, {**WRITTEN, "website": ""}).status_code == 302


@pytest.mark.django_db
def test_too_many_questions_to_one_address_are_refused_with_the_words_kept(client):
    for number in range(5):
        assert client.post(PAGE, {**WRITTEN, "text": f"Question {number}"}).status_code == 302
    response = client.post(PAGE, {**WRITTEN, "email": "BO@example.org", "text": "One more"})
    assert response.status_code == 429
    assert "One more" in text(response)
    assert Question.objects.count() == 5


@pytest.mark.django_db
def test_going_on_with_nothing_is_refused(client, ask):
    asked = ask()
    assert client.post(asked.href, {"text": ""}).status_code == 422
    assert client.post(asked.href, {"text": "And next year?"}, follow=True).status_code == 200
    assert "And next year?" in text(client.get(asked.href))


@pytest.mark.django_db
def test_what_somebody_writes_is_shown_as_text(client, ask):
    asked = ask("<script>alert(1)</script>", name="<b>Bo</b>")
    page = text(client.get(asked.href))
    assert "<script>alert" not in page
    assert "<b>Bo" not in page


def test_a_person_finds_their_own_questions_under_their_account_and_nobody_elses(enter, ask, cast):
    own, other = ask(by=cast.alice), ask("Somebody else's")
    page = text(enter("alice").get(reverse("contact:mine")))
    assert own.reference in page
    assert other.reference not in page


def test_a_signed_in_person_types_neither_name_nor_address(enter):
    client = enter("alice")
    page = text(client.get(PAGE, {"topic": "accessibility"}))
    assert 'name="email"' not in page
    assert '<option value="accessibility" selected>' in page
    client.post(PAGE, {"topic": "fees", "text": "Which fee do I owe?"})
    assert Question.objects.get().email == "alice@example.org"


def test_the_desk_is_for_officers(client, ask, enter):
    asked = ask()
    reads = [reverse("contact:desk"), reverse("contact:question", args=[asked.id])]
    acts = [reverse(f"contact:{act}", args=[asked.id]) for act in ("answer", "note", "take", "release", "close")]
    assert {client.get(page).status_code for page in reads} == {302}
    assert {client.post(page).status_code for page in acts} == {302}
    enter("alice")
    assert {client.get(page).status_code for page in reads} == {403}
    assert {client.post(page).status_code for page in acts} == {403}
    enter("olga")
    assert {client.get(page).status_code for page in reads} == {200}


def test_an_officer_answers_from_the_page(enter, ask, client):
    asked = ask()
    office = enter("olga")
    assert "Which fee do I owe?" in text(office.get(reverse("contact:desk")))
    there = reverse("contact:answer", args=[asked.id])
    assert office.post(there, {"after": "1", "text": " "}).status_code == 422
    assert office.post(there, {"after": "1", "text": "None yet."}).status_code == 302
    client.logout()
    page = text(client.get(asked.href))
    assert "None yet." in page
    assert "Olga" not in page


def test_an_answer_that_crosses_with_a_new_word_is_kept_in_the_form(enter, ask):
    asked = ask()
    actions.ask_again(asked.id, secret=asked.href.strip("/").rpartition("/")[2], text="It is urgent.", by=None, at=AT)
    office, there = enter("olga"), reverse("contact:answer", args=[asked.id])
    response = office.post(there, {"after": "1", "text": "None yet."})
    assert response.status_code == 409
    assert "It is urgent." in text(response)
    assert "None yet." in text(response)
    assert office.post(there, {"after": "2", "text": "None yet."}).status_code == 302


def test_the_internal_note_is_not_on_the_persons_page(enter, ask, client):
    asked = ask()
    office = enter("olga")
    office.post(reverse("contact:note", args=[asked.id]), {"text": "Ask the cashier."})
    assert "Ask the cashier." in text(office.get(reverse("contact:question", args=[asked.id])))
    assert "Ask the cashier." not in text(client.get(asked.href))


@pytest.mark.parametrize("after", ["", "x", "99"])
def test_closing_with_an_old_or_broken_version_changes_nothing(enter, ask, after):
    asked = ask()
    enter("olga").post(reverse("contact:close", args=[asked.id]), {"after": after})
    assert Question.objects.get(pk=asked.id).state == "open"


def test_the_questions_of_a_person_are_in_their_copy_of_what_is_kept_without_the_key(enter, ask, cast):
    ask(by=cast.alice)
    page = enter("alice").get(reverse("privacy:mine"))
    held = page.json()["held"]["contact.Question"]
    assert [row["email"] for row in held] == ["alice@example.org"]
    assert "secret" in held[0]["key"]
