"""Run as a program by ``test_signing_in_with_saml.py``, in an installation whose operator names a SAML provider.

Plays the provider: answers the office's request with an assertion, signed or not, and prints what came of it as JSON.
"""

import base64
import json
import sys
import zlib
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import django
from django.conf import settings

django.setup()
settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

from django.core.management import call_command  # noqa: E402 - Django has to be set up first
from django.test import Client  # noqa: E402
from onelogin.saml2.utils import OneLogin_Saml2_Utils  # noqa: E402

from chancery.records.accounts import actions  # noqa: E402

ISSUER, OFFICE = "https://idp.university.example/metadata", "http://localhost:8000"
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a{asked}"
 Version="2.0" IssueInstant="{now}">
<saml:Issuer>{issuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{who}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData
 InResponseTo="{asked}" NotOnOrAfter="{later}" Recipient="{back}"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{before}" NotOnOrAfter="{later}"><saml:AudienceRestriction>
<saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}"><saml:AuthnContext><saml:AuthnContextClassRef>
urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement><saml:Attribute Name="urn:oid:0.9.2342.19200300.100.1.3">
<saml:AttributeValue>{mail}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"""
RESPONSE = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r{asked}" Version="2.0" IssueInstant="{now}"
 Destination="{back}" InResponseTo="{asked}"><saml:Issuer>{issuer}</saml:Issuer><samlp:Status>
<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertion}</samlp:Response>"""


def asked_by(browser: Client) -> str:
    """The button of the sign-in page; the number of the office's request."""
    page = browser.post("/signon/outside/university").content.decode()
    address = urlsplit(unescape(page.split('content="0;url=')[1].split('"')[0]))
    assert f"{address.scheme}://{address.netloc}{address.path}" == "https://idp.university.example/sso"
    request = zlib.decompress(base64.b64decode(parse_qs(address.query)["SAMLRequest"][0]), -15)
    return ET.fromstring(request).attrib["ID"]


def answered(browser: Client, asked: str, *, key: str, certificate: str, who: str, mail: str) -> Client:
    """The provider's answer, as the browser brings it: a form from another site."""
    at = datetime.now(UTC)  # noqa: TID251 - the provider's own clock
    times = {name: f"{at + timedelta(minutes=ago):%Y-%m-%dT%H:%M:%SZ}" for name, ago in TIMES.items()}
    back = f"{OFFICE}/account/saml/university/acs/"
    said = {"asked": asked, "back": back, "who": who, "mail": mail, "issuer": ISSUER, "audience": AUDIENCE, **times}
    assertion = ASSERTION.format(**said)
    if key:
        assertion = OneLogin_Saml2_Utils.add_sign(assertion, key, certificate).decode()
    response = base64.b64encode(RESPONSE.format(assertion=assertion, **said).encode()).decode()
    browser.post("/account/saml/university/acs/", {"SAMLResponse": response}, HTTP_HOST="localhost:8000")
    return browser.get("/account/saml/university/acs/finish/", HTTP_HOST="localhost:8000")


TIMES = {"now": 0, "before": -5, "later": 5}
AUDIENCE = f"{OFFICE}/account/saml/university/metadata/"


def inside(browser: Client) -> bool:
    return browser.get("/account/profile/").status_code == 200


def main() -> None:
    keys = json.load(sys.stdin)
    call_command("migrate", verbosity=0)
    actions.open_account("ada@example.org", name="Ada Lovelace", password="correct horse battery")
    told = {"metadata": Client().get("/account/saml/university/metadata/", HTTP_HOST="localhost:8000").status_code}
    told["button"] = "University" in Client().get("/account/login/").content.decode()
    owner = Client(HTTP_HOST="localhost:8000")
    for kind, (key, certificate) in keys.items():
        browser = Client(HTTP_HOST="localhost:8000")
        answered(browser, asked_by(browser), key=key, certificate=certificate, who="u1", mail="ada@example.org")
        told[f"{kind}, not linked"] = inside(browser)
    owner.post("/account/login/", {"login": "ada@example.org", "password": "correct horse battery"})
    owner.post("/account/reauthenticate/", {"password": "correct horse battery"})
    key, certificate = keys["signed"]
    answered(owner, asked_by(owner), key=key, certificate=certificate, who="u1", mail="ada@example.org")
    told["linked"] = "Unlink University" in owner.get("/account/elsewhere/").content.decode()
    for kind, (key, certificate) in keys.items():
        browser = Client(HTTP_HOST="localhost:8000")
        answered(browser, asked_by(browser), key=key, certificate=certificate, who="u1", mail="ada@example.org")
        told[f"{kind}, linked"] = inside(browser)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
