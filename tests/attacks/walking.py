"""Somebody opens an address that names a thing of Ada's, and one that names nothing: are they let in?"""

import json
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from chancery.records.accounts.tests.signing_in import shown
from chancery.services.search.fairness import quota
from tests.addresses import API, Place
from tests.test_nothing_unpublished_leaks import FOR_EVER, alike, said
from tests.unpublished import Unpublished

LETTERS = {
    "nobody": "N", "Eve": "E", "Bo": "B", "Mia": "M", "Ada": "A", "Otto": "O", "Petra": "P", "Oscar": "R",
}  # fmt: skip
"""Anonymous, a stranger with an account, a colleague with whom it is shared to look, somebody with a mandate to write,
the applicant, an officer, a publisher, an operator."""

LOGIN = "/account/login/"

BODIES = {
    "api/v1/workbooks/<workbook>": {"lines": ["hinge"]},
    "api/v1/alerts/<alert>/rhythm": {"every": "daily"},
    "api/v1/watches/<alert>/<secret>/rhythm": {"every": "daily"},
    "api/v1/filing/drafts/<draft>/signatures": {"name": "Ada", "capacity": "applicant"},
    "api/v1/applications/<number>/acts/<act>": {"version": 1, "values": {}},
    "api/v1/applications/<number>/acts/<act>/check": {"version": 1, "values": {}},
    "api/v1/filing/registrations/<number>/acts/<act>": {"version": 1, "values": {}, "signed": "Ada"},
    "api/v1/filing/registrations/<number>/acts/<act>/check": {"version": 1, "values": {}, "signed": "Ada"},
    "api/v1/filing/registrations/<number>/notices/<notice>/answer": {"version": 2, "values": {}, "signed": "Ada"},
    "api/v1/desk/registrations/<number>/statements/<act>": {"version": 1, "office": "FR", "on": "2026-11-22"},
    "api/v1/desk/registrations/<number>/invitations": {
        "version": 1,
        "office": "FR",
        "rule": "18(1)(d)",
        "message": "Say before whom review is asked for.",
    },
}
"""What has to be sent, so that an answer is about the thing and not about the body."""


@dataclass(frozen=True)
class Visitor:
    """A person whose every second factor has just been shown: what is left is whether they may."""

    name: str
    world: Unpublished

    def opens(self, address: str, verb: str, body: dict[str, object] | None = None) -> tuple[int, str]:
        """Status and words of the answer, and of the page that it sends to; the store is as before."""
        cache.clear()
        quota.forget(FOR_EVER)
        client, headers = Client(), {}
        with transaction.atomic():
            if self.name != "nobody":
                user = get_user_model().objects.get(pk=self.world.people[self.name])
                client.force_login(user)
                shown(client, user, {"method": "mfa", "type": "webauthn", "reauthenticated": True})
                headers["Authorization"] = f"Bearer {self.world.tokens[self.name]}"
            if address.startswith(API) and verb != "get":
                answer = client.generic(verb.upper(), address, json.dumps(body), "application/json", headers=headers)
            else:
                answer = getattr(client, verb)(address, headers=headers)
            words, to = said(answer), answer.headers.get("Location", "")
            if to.startswith("/") and not to.startswith(LOGIN):
                words += said(client.get(to))
            transaction.set_rollback(True)
        return (401 if to.startswith(LOGIN) else answer.status_code), words

    def is_let_in(self, place: Place, verb: str) -> bool | None:
        """None where the address does not know the verb. What answers as if nothing were there is closed."""
        body = BODIES.get(place.route, {})
        status, words = self.opens(place.there, verb, body)
        if status == 405:
            return None
        if status in (401, 403):
            return False
        return alike(words, place) != alike(self.opens(place.missing, verb, body)[1], place)
