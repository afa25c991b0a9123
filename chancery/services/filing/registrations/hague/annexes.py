"""The annexes of form DM/1: what each is, which of them a designation may need, and the files that they are.

A file lies beside its designation, under ``designations.0.annexes.II``; the register enters it under the name of the
annex and the party, which no later change of the designations touches.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.services.filing.registrations.offered import country_name
from chancery.services.filing.shapes import Text
from chancery.treaties import hague
from chancery.treaties.hague import article_5_parties as besides

ANNEXES: Mapping[hague.Annex, Text] = {
    "I": gettext_lazy("oath or declaration of the inventor"),
    "II": gettext_lazy("documents on an exception to lack of novelty"),
    "III": gettext_lazy("information on eligibility for protection"),
    "IV": gettext_lazy("certification of micro entity status"),
    "V": gettext_lazy("documents on priority"),
}
KIND = "DM/1 Annex"
"""How the register calls the file of an annex: ``DM/1 Annex II JP``."""


def path(place: int, annex: str) -> str:
    """Where the file of an annex lies in a draft, for the designation at that place."""
    return f"designations.{place}.annexes.{annex}"


PATTERNS = tuple(f"designations.#.annexes.{annex}" for annex in ANNEXES)


def wanted(party: str) -> tuple[str, ...]:
    """The annexes that a designation of the party may need; those on priority any party may ask for. From memory."""
    of_inventors = ("I", "III", "IV") if party in besides.CREATORS else ()
    of_novelty = ("II",) if party in besides.DOCUMENTED else ()
    return (*of_inventors, *of_novelty, "V") if party else ()


def enclosed(application: hague.Application, kept: Mapping[str, Any]) -> tuple[hague.Designation, ...]:
    """The designations with the annexes that are there as files, besides those that are sent otherwise."""
    return tuple(
        replace(one, annexes=tuple(annex for annex in ANNEXES if annex in one.annexes or path(place, annex) in kept))
        for place, one in enumerate(application.designations)
    )


def entered(application: hague.Application, kept: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The files of annexes as the register enters them, each named by its annex and its party."""
    for place, one in enumerate(application.designations):
        for annex in ANNEXES:
            if file := kept.get(path(place, annex)):
                name = f"Annex {annex} {one.party} {file['name']}"[:255]
                yield {
                    "kind": f"{KIND} {annex} {one.party}",
                    "sha256": file["sha256"],
                    "name": name,
                    "size": file["size"],
                }


def in_words(kind: str) -> str:
    """What the file of an annex is, by what the register calls it."""
    annex, _space, party = kind.removeprefix(f"{KIND} ").partition(" ")
    return _("Annex {annex} for {party}: {what}").format(
        annex=annex, party=country_name(party), what=next((words for key, words in ANNEXES.items() if key == annex), "")
    )
