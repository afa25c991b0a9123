"""Rule 4.17 and AI 211 to 215: declarations for the national phase. A defect of one has no sanction before it."""

import re
from datetime import date

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.pct.application import Application, Party
from chancery.treaties.pct.naming import words

DECLARATIONS = date(2001, 3, 1)
"""Declarations can be made in the request since that day (memory)."""

NAMES_INVENTORS = ("i", "iv")
FOR_THE_UNITED_STATES = "US"


@rule("PCT Rule 4.17", since=DECLARATIONS, invites="PCT/RO/156")
def words_every_declaration(application: Application) -> Found:
    """A declaration must say which of the five kinds it is, and carry the standard wording."""
    for place, declaration in enumerate(application.declarations):
        if not declaration.item or not declaration.text.strip():
            yield f"declarations.{place}"


@rule("PCT Rule 4.17", since=DECLARATIONS, invites="PCT/RO/156")
def declares_every_inventor(application: Application) -> Found:
    """A declaration as to the inventors must name each of them."""
    for place, declaration in enumerate(application.declarations):
        if declaration.item in NAMES_INVENTORS and declaration.text.strip():
            there = words(declaration.text)
            if missing := [party.name for party in _inventors(application) if not words(party.name) <= there]:
                yield At(f"declarations.{place}.text", f"Not named: {'; '.join(missing)}.")


@rule("PCT Rule 4.17(iv)", since=DECLARATIONS, invites="PCT/RO/156")
def inventors_sign_their_declaration(application: Application) -> Found:
    """A declaration of inventorship must be signed by all inventors."""
    for place, declaration in enumerate(application.declarations):
        if declaration.item == "iv":
            signed = [words(name) for name in declaration.signed_by]
            if missing := [party.name for party in _inventors(application) if words(party.name) not in signed]:
                yield At(f"declarations.{place}.signed_by", f"Not signed by: {'; '.join(missing)}.")


@rule("PCT Rule 4.17(iv)", since=DECLARATIONS, severity="hint")
def inventorship_is_declared_for_the_united_states(application: Application) -> Found:
    """A declaration of inventorship serves the designation of the United States of America only."""
    for place, declaration in enumerate(application.declarations):
        if declaration.item == "iv" and set(declaration.states) - {FOR_THE_UNITED_STATES}:
            yield f"declarations.{place}.states"


@rule("PCT Rule 4.17(iii)", since=DECLARATIONS, severity="hint")
def declares_priority_where_it_is_claimed(application: Application) -> Found:
    """A declaration on the right to claim priority has no object where no priority is claimed."""
    for place, declaration in enumerate(application.declarations):
        if declaration.item == "iii" and not application.priority_claims:
            yield f"declarations.{place}.item"


@rule("PCT Rule 4.17(v)", since=DECLARATIONS, invites="PCT/RO/156")
def dates_every_disclosure(application: Application) -> Found:
    """A declaration on disclosures without prejudice must say on which day the invention was disclosed."""
    for place, declaration in enumerate(application.declarations):
        if declaration.item == "v" and declaration.text.strip() and not re.search(r"\d{4}", declaration.text):
            yield f"declarations.{place}.text"


def _inventors(application: Application) -> list[Party]:
    return [party for party in application.parties if party.inventor and party.name.strip()]
