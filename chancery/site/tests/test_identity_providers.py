"""The operator's file of providers elsewhere: read, or refused with its remedy."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from chancery.site import identity_providers as providers

GOOD = """
[[provider]]
id = "ministry"
kind = "oidc"
name = "Ministry"
issuer = "https://login.ministry.example/"
client_id = "chancery"
client_secret_file = "ministry.secret"
"""
SAML = """
[[provider]]
id = "university"
kind = "saml"
name = "University"
entity_id = "https://idp.university.example/metadata"
sso_url = "https://idp.university.example/sso"
certificate_file = "university.pem"
"""


@pytest.fixture
def written(tmp_path):
    (tmp_path / "ministry.secret").write_text("a secret\n")
    (tmp_path / "university.pem").write_text("a certificate\n")

    def write(text: str) -> str:
        (tmp_path / "providers.toml").write_text(text)
        return str(tmp_path / "providers.toml")

    return write


def test_without_a_file_there_are_none():
    assert providers.read("") == {}


def test_a_provider_is_read_with_pkce_and_without_trust(written):
    read = providers.read(written(GOOD))["openid_connect"]
    [app] = read["APPS"]
    assert read["OAUTH_PKCE_ENABLED"]
    assert (app["provider_id"], app["secret"]) == ("ministry", "a secret")
    assert app["settings"] == {
        "server_url": "https://login.ministry.example",
        "verifies_addresses": False,
        "email_authentication": False,
    }


def test_a_saml_provider_signs_what_it_says(written):
    pytest.importorskip("onelogin", reason="python3-saml is not installed (requirements/saml.txt)")
    [app] = providers.read(written(GOOD + SAML))["saml"]["APPS"]
    assert app["settings"]["idp"]["x509cert"] == "a certificate"
    assert app["settings"]["advanced"]["want_assertion_signed"]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "must hold"),
        ("x = ", "is not TOML"),
        ("[other]\n", "must hold"),
        (GOOD.replace('"oidc"', '"ldap"'), 'kind must be "oidc" or "saml"'),
        (GOOD.replace('client_id = "chancery"\n', ""), "lacks client_id"),
        (GOOD + 'secret = "x"\n', "says secret, which is unknown"),
        (GOOD.replace("https://login", "http://login"), "issuer must begin with https://"),
        (GOOD.replace('"ministry"', '"The Ministry"'), "small letters"),
        (GOOD.replace("ministry.secret", "nowhere.secret"), "which is not there"),
        (GOOD + GOOD, "same id"),
    ],
)
def test_a_wrong_file_stops_the_start_and_says_why(written, text, remedy):
    with pytest.raises(ImproperlyConfigured, match=remedy):
        providers.read(written(text))


def test_a_file_that_is_not_there_stops_the_start(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        providers.read(str(tmp_path / "nothing.toml"))
