"""The catalogues of translations: one for each language, whole, and safe to put values into."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation

from chancery.core.saying import said
from chancery.site import lexicon_maker, translations

PLURAL_FORMS = {"ar": 6, "zh_Hans": 1, "fr": 2, "ru": 3, "es": 2}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
NAMES = sorted(PLURAL_FORMS)


def catalogue(name: str) -> Catalog:
    path = settings.LOCALE_PATHS[0] / name / "LC_MESSAGES" / "django.po"
    with path.open("rb") as source:
        return read_po(source, abort_invalid=True)


def messages(name: str) -> Iterator[Message]:
    return (message for message in catalogue(name) if message.id)


def forms(message: Message) -> list[tuple[str, str]]:
    """Each translation beside what it translates; plural forms beside the plural."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    return [(message.id[1], one) for one in message.string or ("",)]


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def test_there_is_a_catalogue_for_each_language_but_english() -> None:
    found = {path.parents[1].name for path in settings.LOCALE_PATHS[0].glob("*/LC_MESSAGES/*.po")}
    assert found == {path.parents[1].name for path in translations.catalogues()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_catalogue_counts_as_its_language_does(name: str) -> None:
    found = catalogue(name)
    assert (found.num_plurals, str(found.locale)) == (PLURAL_FORMS[name], name)
    assert not [one.id for one in messages(name) if one.pluralizable and len(one.string or ()) != PLURAL_FORMS[name]]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_translated(name: str) -> None:
    missing = [message.id for message in messages(name) if not all(told.strip() for _, told in forms(message))]
    assert not missing, f"{len(missing)} untranslated in {name}, the first: {missing[:3]}"


@pytest.mark.parametrize("name", NAMES)
def test_no_translation_is_a_guess(name: str) -> None:
    assert not [message.id for message in messages(name) if message.fuzzy]


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_takes_the_same_values(name: str) -> None:
    """A plural form may leave its count out: Arabic says one and two without a figure."""
    wrong = []
    for message in messages(name):
        for text, told in forms(message):
            wanted, given = placeholders(text), placeholders(told)
            if told and (given - wanted or (wanted - given and not message.pluralizable)):
                wrong.append((text, told))
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_begins_and_ends_with_a_line_where_its_text_does(name: str) -> None:
    pairs = [pair for message in messages(name) for pair in forms(message) if pair[1]]
    edges = [(text, told) for text, told in pairs if text.startswith("\n") != told.startswith("\n")]
    assert not edges + [(text, told) for text, told in pairs if text.endswith("\n") != told.endswith("\n")]


@pytest.mark.parametrize("name", NAMES)
def test_every_catalogue_holds_the_same_texts(name: str) -> None:
    assert {(one.context, one.id) for one in messages(name)} == {(one.context, one.id) for one in messages("fr")}


def test_what_the_law_says_is_listed_for_the_translators() -> None:
    """`python -m django makemessages` brings the lists up to date."""
    stale = [path.name for path, text in lexicon_maker.modules().items() if path.read_text("utf-8") != text]
    assert not stale
    told = {message.id for message in messages("fr")}
    listed = set(lexicon_maker.sentences())
    assert not listed - told


def test_a_text_that_changed_comes_in_untranslated_and_the_others_stay(tmp_path: Path) -> None:
    path, template = tmp_path / "fr" / "LC_MESSAGES" / "django.po", tmp_path / "django.pot"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.parent.mkdir(parents=True)
    path.write_text(head + 'msgid "Day"\nmsgstr "Jour"\n\nmsgid "The law"\nmsgstr "La loi"\n', "utf-8")
    template.write_text(head + 'msgid "Day"\nmsgstr ""\n\nmsgid "The laws"\nmsgstr ""\n', "utf-8")
    translations.bring_up_to_date(path, template)
    with path.open("rb") as source:
        told = {message.id: message.string for message in read_po(source) if message.id}
    assert told == {"Day": "Jour", "The laws": ""}
    assert "POT-Creation-Date" not in path.read_text("utf-8")


def test_a_finding_is_said_with_what_was_found_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"An abstract must be there.": "Il faut un abrégé."}
    monkeypatch.setattr("chancery.core.saying.gettext", lambda text: known.get(text, text))
    with translation.override("fr"):
        assert said("An abstract must be there.") == "Il faut un abrégé."
        assert said("An abstract must be there. Every sheet of it is blank.") == (
            "Il faut un abrégé. Every sheet of it is blank."
        )
        assert said("Something else. An abstract must be there.") == "Something else. An abstract must be there."
        assert said(None) == said("") == ""
