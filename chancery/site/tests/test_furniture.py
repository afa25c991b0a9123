"""The furniture holds what the design promises: contrast, direction, languages, no cookie, no dead link."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import RequestFactory, override_settings
from django.utils import translation

from chancery.records.accounts.models import User
from chancery.site import colour, furniture
from chancery.treaties.kernel.money import Money

SITE = Path(furniture.__file__).parent
STATIC = SITE / "static/site"
OURS = ("tokens.css", "chancery.css", "forms.css", "print.css")
PROPER_NAMES = {"API", "OpenAPI"}
TEXT_ON = {
    "ink": ("paper", "sheet", "deep-2", "seal-2", "good-2", "warn-2", "bad-2", "found"),
    "ink-2": ("paper", "sheet", "deep-2"),
    "ink-3": ("paper", "sheet"),
    "deep": ("paper", "sheet", "deep-2"),
    "seal": ("paper", "sheet", "seal-2", "deep-2"),
    "good": ("paper", "sheet", "good-2"),
    "warn": ("paper", "sheet", "warn-2"),
    "bad": ("paper", "sheet", "bad-2"),
    "on-deep": ("deep", "press"),
}


def tokens(theme):
    """Every colour of tokens.css in one theme, as the browser would compute it."""
    sheet = (STATIC / "tokens.css").read_text()
    place = ("light", "dark").index(theme)
    found = {}
    for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", sheet):
        found[name] = colour.parse(pair[place])
    mixed = re.findall(r"--([\w-]+): color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)", sheet)
    for name, one, share, other in mixed:
        found[name] = colour.mix(found[one], found[other], int(share) / 100)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable_on_every_ground_it_stands_on(theme):
    shown = tokens(theme)
    poor = {
        f"{text} on {ground}": round(colour.contrast(shown[text], shown[ground]), 2)
        for text, grounds in TEXT_ON.items()
        for ground in grounds
        if colour.contrast(shown[text], shown[ground]) < colour.AA
    }
    assert poor == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(theme):
    shown = tokens(theme)
    assert min(colour.contrast(shown["edge"], shown[ground]) for ground in ("paper", "sheet")) >= 3


@pytest.mark.parametrize("chosen", ["#17365c", "#ffe000", "#000000", "#7fffd4", "#ff0000"])
def test_whatever_colour_an_office_chooses_can_be_read(chosen):
    light, dark = (colour.parse(one) for one in colour.pair(chosen))
    for own, sheet in ((light, colour.LIGHT_SHEET), (dark, colour.DARK_SHEET)):
        tinted = colour.mix(own, colour.parse(sheet), 0.1)
        assert colour.contrast(own, colour.parse(sheet)) >= colour.AA
        assert colour.contrast(own, tinted) >= colour.AA


@pytest.mark.parametrize("name", OURS)
def test_the_style_sheets_know_no_left_and_right(name):
    sheet = re.sub(r"/\*.*?\*/", "", (STATIC / name).read_text(), flags=re.DOTALL)
    sheet = re.sub(r"\((?:min|max)-width:", "(", sheet)  # a media query asks about the screen itself
    edges = r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)\s*:"
    sizes = r"(?<![\w-])(?:min-|max-)?(?:width|height)\s*:"
    sides = r"(?:text-align|float|clear):\s*(?:left|right)"
    physical = re.findall(f"{edges}|{sizes}|{sides}", sheet)
    assert physical == []


def template(path):
    """A template without its comments and the name of its body's class."""
    page = re.sub(r"{%\s*comment\s*%}.*?{%\s*endcomment\s*%}", "", path.read_text(), flags=re.DOTALL)
    return re.sub(r"{% block bodyclass %}.*?{% endblock %}", "", page)


TEMPLATES = sorted((SITE / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_goes_through_translation(path):
    page = re.sub(r"{%\s*blocktranslate.*?{%\s*endblocktranslate\s*%}", "", template(path), flags=re.DOTALL)
    page = re.sub(r"{%.*?%}|{{.*?}}", "", page, flags=re.DOTALL)
    page = re.sub(r'<bdi class="num">.*?</bdi>|<code[^>]*>.*?</code>', "", page, flags=re.DOTALL)
    page = re.sub(r"<[^>]*>", " ", page, flags=re.DOTALL)
    assert set(re.findall(r"[^\W\d_]{2,}", page)) <= PROPER_NAMES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_nothing_inline_that_the_policy_refuses(path):
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)|<style", template(path))


@pytest.mark.django_db
def test_navigation_has_no_dead_link(client):
    entries = [entry for group in furniture.NAVIGATION for entry in group.entries]
    entries += furniture.present((*furniture.FOOT, *furniture.ACCOUNT, *furniture.SECURITY))
    for entry in entries:
        assert client.get(entry.href, follow=True).status_code == 200, entry.href


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "group"),
    [
        ("/law/pct/fees/", "Protect"),
        ("/law/closed-days/", "Protect"),
        ("/search/marks/", "Search"),
        ("/search/decisions/", "Resolve"),
        ("/register/", "Exchange"),
        ("/law/pct/", "Learn"),
        ("/contact/", "Meet"),
    ],
)
def test_the_bar_lights_the_group_of_the_page_and_no_other(client, page, group):
    bar = re.search(r'<ul class="nav-main">.*?</ul>', client.get(page).content.decode(), re.DOTALL)[0]
    assert re.findall(r'aria-current="true">([^<]+)<', bar) == [group]


@pytest.mark.django_db
def test_an_entry_without_a_page_is_not_shown():
    absent = furniture.Entry("Nothing", "no-such-room:page")
    assert furniture.present([absent]) == []


@pytest.mark.django_db
def test_a_visitor_gets_no_cookie_until_they_choose(client):
    for page in ("/", "/accessibility/", "/no-such-page/"):
        client.get(page)
        assert not client.cookies
    client.post("/language/", {"language": "ar", "next": "/accessibility/"})
    assert set(client.cookies) == {settings.LANGUAGE_COOKIE_NAME}
    assert b'lang="ar" dir="rtl"' in client.get("/accessibility/").content


@pytest.mark.django_db
def test_a_chosen_theme_is_kept_and_can_be_forgotten(client):
    client.post("/theme/", {"theme": "dark"})
    assert b'data-bs-theme="dark"' in client.get("/").content
    client.post("/theme/", {"theme": ""})
    assert b"data-bs-theme=" not in client.get("/").content


@pytest.mark.django_db
@pytest.mark.parametrize("there", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_a_choice_leads_back_to_our_own_pages_only(client, there):
    assert client.post("/language/", {"language": "fr", "next": there})["Location"] == "/"


@pytest.mark.django_db
def test_another_site_cannot_choose_for_a_reader(client):
    client.post("/theme/", {"theme": "dark"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert not client.cookies


@pytest.mark.django_db
def test_the_account_menu_shows_only_what_the_person_may_open(client):
    person = User.objects.create_user("ana@example.org", "a long enough one", name="Ana Okafor")
    client.force_login(person)
    page = client.get("/").content.decode()
    assert "Ana Okafor" in page
    assert "/desk/" not in page


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="chancery.site.tests.specimen")
def test_an_unexpected_error_shows_the_id_under_which_it_is_logged(client, caplog, monkeypatch):
    monkeypatch.setattr("chancery.site.views.log.propagate", True)
    client.raise_request_exception = False
    response = client.get("/broken/")
    assert response.status_code == 500
    assert response["X-Error-Id"] in caplog.text
    assert "as the test asked" in caplog.text
    assert response["X-Error-Id"] in response.content.decode()
    assert settings.OFFICE_CONTACT in response.content.decode()


@pytest.mark.django_db
def test_a_form_with_a_stale_token_is_answered_in_words(client):
    client.handler.enforce_csrf_checks = True
    response = client.post("/account/login/", {"login": "ana@example.org"})
    assert response.status_code == 403
    assert "nothing was changed" in response.content.decode()


@pytest.mark.django_db
def test_every_answer_carries_the_strict_policy(client):
    for page in ("/", "/no-such-page/", "/office.css"):
        policy = client.get(page)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def shown(source, **context):
    request = RequestFactory().get("/list/?sort=filed&page=3&office=US")
    return Template("{% load chancery %}" + source).render(Context({"request": request, **context})).strip()


def test_a_citation_leads_to_its_own_page():
    assert 'href="/law/pct/rule-80.5/"' in shown('{% cite "PCT Rule 80.5" %}')
    assert "href" not in shown('{% cite "RFC 9162" %}')
    assert shown('{% cite "PCT Rule 4.1; PCT Rule 4.5" %}').count('class="cite"') == 2


def test_what_a_person_typed_is_never_markup():
    evil = "<b>&"
    for source in (
        "{{ evil|bdi }}",
        "{% cite evil %}",
        '{% state "good" evil %}',
        "{% copy evil %}",
        "{{ evil|money }}",
    ):
        assert "<b>" not in shown(source, evil=evil)


def test_a_sorted_column_sorts_the_other_way_and_keeps_the_rest_of_the_address():
    cell = shown('{% sortable "filed" "Filed" %}')
    assert 'aria-sort="ascending"' in cell
    assert "?sort=-filed&amp;office=US" in cell


def test_days_amounts_and_instants_are_written_as_the_office_writes_them():
    day, at = date(2026, 11, 2), datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
    assert ">2 November 2026<" in shown("{{ day|day }}", day=day)
    assert ">2026-11-02<" in shown("{{ day|iso }}", day=day)
    assert ">2026-11-22 14:07 CET<" in shown("{{ at|stamp }}", at=at)
    assert ">CHF 1,330<" in shown("{{ m|money }}", m=Money.of("1330", "CHF"))
    assert ">−200<" in shown("{{ m|amount }}", m=Money.of("-200", "CHF"))
    assert ">2.4 MB<" in shown("{{ n|size }}", n=2_400_000)
    with translation.override("fr"):
        assert ">2 novembre 2026<" in shown("{{ day|day }}", day=day)


def test_what_is_not_known_says_what_is_missing_instead_of_an_amount():
    assert shown("{{ m|money }}", m="not determinable: the search fee is missing").startswith("not determinable")
