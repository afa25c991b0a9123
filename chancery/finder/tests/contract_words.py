"""A word in its forms: in every language, in none, in its own only, by its beginning."""

import pytest

from chancery.finder import Document, parse
from chancery.finder.tests.records import keys


@pytest.mark.parametrize("text", ["batteries", "battery", "batteries NEAR3 usb", "usb BEFORE3 battery"])
def test_a_word_is_found_in_a_text_of_whatever_language_or_none(engine, text):
    languages = ("en", "", "ja", "ru", "xx")
    written = {"en": "USB with a battery", "xx": "USB batteries battery"}
    with engine.writing() as writer:
        writer.add(
            Document(
                collection="marks",
                key=f"{place}{language}",
                titles={language: written.get(language, "usb battery batteries")} if place == "title" else {},
                text=written.get(language, "usb battery batteries") if place == "text" else "",
                language=language,
            )
            for language in languages
            for place in ("title", "text")
        )
    assert engine.search(parse(text)).total == 2 * len(languages)


def test_a_form_of_a_word_is_found_in_its_language_only(engine):
    with engine.writing() as writer:
        writer.add(
            Document(collection="marks", key=language, text="batteries", language=language) for language in ("en", "xx")
        )
    assert keys(engine, "battery") == {"en"}
    assert keys(engine, "batteries") == {"en", "xx"}


@pytest.mark.parametrize("text", ["mol*", "моле*", "text:молек*", "*lecule"])
def test_a_beginning_finds_every_word_that_begins_so(engine, text):
    with engine.writing() as writer:
        writer.add([Document(collection="marks", key="1", text="molecules молекула")])
        writer.add([Document(collection="marks", key="2", text="mole molecule молекул")])
        writer.add([Document(collection="marks", key="3", text="mile мила omol")])
    expected = {"2"} if text.startswith("*") else {"1", "2"}
    assert keys(engine, text) == expected
