"""Offices as processes, services that people sign in to, and people at browsers, all over real HTTP."""

import html
import json
import re
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import requests

from tests.portal import Portal

PASSWORD = "correct horse battery"
REFRESH = re.compile(r'http-equiv="refresh" content="0;url=([^"]+)"')
FORM = re.compile(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')

MAKE = """
import json, sys, django; django.setup()
from chancery.core.clock import now
from chancery.records.accounts import actions
from chancery.records.accounts.signon import clients
asked = json.load(sys.stdin)
op = actions.open_account("op@example.org", name="Op Erator", password=asked["password"])
actions.grant(op, role="operator", by=None, at=now())
for email in asked["people"]:
    actions.open_account(email, name="Ada Lovelace", password=asked["password"])
made = [clients.register(clients.Terms(**terms), by=op, at=now(ahead=0)) for terms in asked["services"]]
print(json.dumps(made))
"""


def office(folder: Path, *, host: str = "localhost", **settings: str) -> Portal:
    """An office that is not started yet; it knows its own address, which is its name as an issuer."""
    portal = Portal(folder, **settings)
    portal.environment["CHANCERY_URL"] = f"http://{host}:{portal.port}"
    return portal


def issuer(portal: Portal) -> str:
    return portal.environment["CHANCERY_URL"]


def peopled(portal: Portal, *, people: list[str], services: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """People with accounts, and services with number and secret. The office must have been started."""
    asked = {"password": PASSWORD, "people": people, "services": services}
    done = portal.command("-c", MAKE, text=json.dumps(asked))
    assert done.returncode == 0, done.stderr[-3000:]
    return [tuple(one) for one in json.loads(done.stdout.splitlines()[-1])]


def terms(address: str, **more: Any) -> dict[str, Any]:
    """What an operator says of the service at this address."""
    return {
        "name": "Meetings",
        "run_by": "Conference Service",
        "purpose": "To register you for meetings.",
        "policy_address": f"{address}/privacy",
        "redirect_addresses": [f"{address}/callback"],
        "scopes": ["profile", "email", "offline_access"],
        "logout_address": f"{address}/logout",
        "after_logout": [f"{address}/bye"],
        **more,
    }


class Receiver:
    """A service's own server: it notes who comes, and hears of sign-outs. ``fails``: how often it answers 503 first."""

    def __init__(self, fails: int = 0) -> None:
        self.visits: list[str] = []
        self.logout_tokens: list[str] = []
        self.fails = fails
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                receiver.visits.append(self.path)
                self._say(200, b"<!doctype html><title>Meetings</title><h1>Welcome</h1>")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                receiver.fails -= 1
                if receiver.fails >= 0:
                    self._say(503, b"")
                    return
                receiver.logout_tokens += parse_qs(body)["logout_token"]
                self._say(200, b"")

            def _say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_line: Any) -> None:
                """Said to nobody."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()


class Browser:
    """A person's browser without scripts: it follows what leads on, and sends forms."""

    def __init__(self) -> None:
        self.session = requests.Session()
        self.page: requests.Response | None = None

    @property
    def text(self) -> str:
        assert self.page is not None
        return self.page.text

    @property
    def words(self) -> str:
        return re.sub(r"<[^>]+>|\s+", " ", self.text)

    def opens(self, address: str) -> "Browser":
        return self._at(self.session.get(address, timeout=60))

    def _at(self, page: requests.Response) -> "Browser":
        self.page = page
        moved = REFRESH.search(page.text)
        return self.opens(urljoin(page.url, html.unescape(moved[1]))) if moved else self

    def sends(self, action: str, /, **given: Any) -> "Browser":
        """The form whose address holds these words, with what stands in it already."""
        assert self.page is not None
        forms = [(where, inside) for where, inside in FORM.findall(self.text) if action in where]
        assert forms, f"{self.page.url} has no form for {action}: {self.words[-800:]}"
        where, inside = forms[0]
        fields = {name: html.unescape(value) for name, value in HIDDEN.findall(inside)}
        address = urljoin(self.page.url, html.unescape(where))
        headers = {"Referer": self.page.url}
        return self._at(self.session.post(address, {**fields, **given}, headers=headers, timeout=60))

    def signs_in(self, email: str) -> "Browser":
        """On the page where it is."""
        return self.sends("/account/login/", login=email, password=PASSWORD)

    @property
    def came_to(self) -> str:
        assert self.page is not None
        return self.page.url

    def said(self) -> dict[str, str]:
        """What the address to which it came says."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.came_to).query).items()}
