"""JupyterHub, an application of another project, signs people in with their account here: in a real browser.

Run where JupyterHub and its proxy are, named by two commands::

    uv venv hub && uv pip install --python hub/bin/python --requirement requirements/hub.txt
    JUPYTERHUB=hub/bin/jupyterhub CONFIGURABLE_HTTP_PROXY=hub/bin/configurable-http-proxy \\
        .venv/bin/python -m pytest tests/journeys/test_a_real_application_signs_people_in.py
"""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from tests.portal import free_port
from tests.signing_on import PASSWORD, issuer, office, peopled, terms

HUB = os.environ.get("JUPYTERHUB") or shutil.which("jupyterhub")
PROXY = os.environ.get("CONFIGURABLE_HTTP_PROXY") or shutil.which("configurable-http-proxy")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.server,
    pytest.mark.slow,
    pytest.mark.skipif(not HUB or not PROXY, reason="JupyterHub and configurable-http-proxy are not on this machine"),
]
CONFIGURATION = """
c.JupyterHub.bind_url = "{address}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.command = ["{proxy}"]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.JupyterHub.redirect_to_server = False
c.JupyterHub.authenticator_class = "generic-oauth"
c.GenericOAuthenticator.client_id = "{number}"
c.GenericOAuthenticator.client_secret = "{secret}"
c.GenericOAuthenticator.oauth_callback_url = "{address}/hub/oauth_callback"
c.GenericOAuthenticator.authorize_url = "{authorize}"
c.GenericOAuthenticator.token_url = "{token}"
c.GenericOAuthenticator.userdata_url = "{userinfo}"
c.GenericOAuthenticator.scope = ["openid", "email"]
c.GenericOAuthenticator.username_claim = "email"
c.GenericOAuthenticator.login_service = "Chancery"
c.GenericOAuthenticator.allow_all = True
"""


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    portal = office(tmp_path_factory.mktemp("signing-in") / "data")
    portal.start()
    yield portal
    portal.end()


@pytest.fixture(scope="module")
def hub(portal, tmp_path_factory):
    """JupyterHub, told of the office by its published configuration. Its address."""
    address = f"http://127.0.0.1:{free_port()}"
    service = terms(address, name="Notebooks", redirect_addresses=[f"{address}/hub/oauth_callback"], scopes=["email"])
    [(number, secret)] = peopled(portal, people=["ada@example.org"], services=[service | {"logout_address": ""}])
    folder = tmp_path_factory.mktemp("hub")
    _configure(folder, portal, address, number, secret)
    command = [Path(HUB).absolute(), "-f", "hub.py"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=environment, start_new_session=True)
    try:
        _wait(f"{address}/hub/login", process, folder / "log")
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=20)


def _configure(folder: Path, portal, address: str, number: str, secret: str) -> None:
    found = requests.get(f"{issuer(portal)}/.well-known/openid-configuration", timeout=30).json()
    places = {name: found[f"{name}_endpoint"] for name in ("token", "userinfo")}
    (folder / "hub.py").write_text(
        CONFIGURATION.format(
            address=address,
            hub=free_port(),
            api=free_port(),
            proxy=Path(PROXY).absolute(),
            number=number,
            secret=secret,
            authorize=found["authorization_endpoint"],
            **places,
        )
    )


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if requests.get(address, timeout=5).status_code == requests.codes.ok:
                return
        except requests.ConnectionError:
            pass
        time.sleep(0.3)
    raise RuntimeError(f"JupyterHub did not start:\n{log.read_text()[-3000:]}")


def test_a_person_signs_in_to_it_and_is_asked_once(portal, hub, browser):
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(30_000)
    troubles: list[str] = []
    page.on("console", lambda said: said.type == "error" and troubles.append(said.text))

    page.goto(f"{hub}/hub/oauth_login?next=%2Fhub%2Fhome")
    page.fill("input[name=login]", "ada@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Notebooks")
    assert "Conference Service" in page.inner_text("main")
    page.get_by_role("button", name="Agree and go on").click()
    page.wait_for_url(re.compile(re.escape(hub)))
    expect(page.locator("body")).to_contain_text("ada@example.org")

    page.goto(f"{hub}/hub/logout")
    page.goto(f"{hub}/hub/oauth_login?next=%2Fhub%2Fhome")
    page.wait_for_url(re.compile(re.escape(hub)))
    expect(page.locator("body")).to_contain_text("ada@example.org")

    page.goto(f"{issuer(portal)}/account/services/")
    assert "Notebooks" in page.inner_text("main")
    page.get_by_role("button", name="End it for Notebooks").click()
    page.wait_for_load_state()
    page.goto(f"{hub}/hub/logout")
    page.goto(f"{hub}/hub/oauth_login?next=%2Fhub%2Fhome")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Notebooks")
    assert not [one for one in troubles if "Content Security Policy" in one]
    context.close()


def test_who_has_agreed_before_and_signs_in_by_a_form_is_led_on_to_the_service(portal, hub, browser):
    """A browser lets a form lead only where the policy of its page says, redirects included."""
    for _time in range(2):
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{hub}/hub/oauth_login?next=%2Fhub%2Fhome")
        page.fill("input[name=login]", "ada@example.org")
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(re.compile(f"/signon/authorize|^{re.escape(hub)}"))
        if page.get_by_role("button", name="Agree and go on").count():
            page.get_by_role("button", name="Agree and go on").click()
        page.wait_for_url(re.compile(re.escape(hub)))
        expect(page.locator("body")).to_contain_text("ada@example.org")
        context.close()
