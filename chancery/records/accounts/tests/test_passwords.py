"""Passwords that are tried first: those of known breaches, and the words of this office."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from chancery.records.accounts.passwords import words_of_the_house


def code(password):
    try:
        validate_password(password)
    except ValidationError as refused:
        return {one.code for one in refused.error_list}
    return set()


@pytest.mark.parametrize("password", ["Patent2026!", "chancery-77", "officeOffice", "MadridHague1", "Helvetia.2026"])
def test_a_word_of_the_office_with_a_year_behind_it_is_no_password(settings, password):
    settings.OFFICE_NAME = "Office of Helvetia"
    assert "password_of_the_house" in code(password)


@pytest.mark.parametrize("password", ["correct horse battery", "a patent lies on the blue table", "Xq7vTn2mRw"])
def test_a_word_of_the_office_within_a_longer_one_is_no_harm(password):
    assert "password_of_the_house" not in code(password)


def test_the_words_are_those_of_the_name_and_the_address_too(settings):
    settings.OFFICE_NAME, settings.SITE_URL = "Oficina Española", "https://registro.example"
    assert {"oficina", "española", "registro", "patent"} <= words_of_the_house()
