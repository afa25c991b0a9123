"""Design and Lisbon applications for tests: what is written in drafts that can be presented."""

from typing import Any

from chancery.records.documents.tests.pictures import image
from chancery.services.filing import actions
from chancery.services.filing.registrations.hague.designating import designate
from chancery.services.filing.tests.people import AT, write

DESIGN: dict[str, Any] = {
    "language": "en",
    "applicants.0.name": "OKAFOR, Ada",
    "applicants.0.address": "Rue du Lac 1\n1003 Lausanne",
    "applicants.0.country": "CH",
    "applicants.0.email": "ada@example.org",
    "applicants.0.links.0.party": "CH",
    "applicants.0.links.0.bond": "national",
    "shown.0.product": "Lamp",
    "shown.0.subclass": "26-05",
    "shown.0.dimensions": "three",
}

INDICATION: dict[str, Any] = {
    "kind": "appellation",
    "origin": "FR",
    "language": "en",
    "presented_by": "authority",
    "authority": "INAO\nParis",
    "beneficiaries.0.name": "Producers of the area",
    "names.0.text": "Comté",
    "names.0.language": "fr",
    "goods": "cheese",
    "area": "The Jura massif",
    "protected_by.kind": "law",
    "protected_by.title": "Decree on the appellation",
    "protected_by.dated": "1958-07-22",
}


def design(by: int, *, parties: tuple[str, ...] = ("EM", "JP"), views: int = 2) -> int:
    """A draft of one design with so many views."""
    pk = actions.start(treaty="hague", by=by, at=AT)
    write(pk, by, DESIGN)
    designate(pk, parties=parties, by=by, at=AT)
    for place in range(views):
        view(pk, by, f"shown.0.views.{place}", border=5 + place)
    return pk


def view(pk: int, by: int, where: str, **how: Any) -> None:
    """Put a picture there; ``how`` as `pictures.image` takes it."""
    actions.attach(pk, kind=where, data=image(**how), name=f"{where[-1]}.jpg", by=by, at=AT)


def indication(by: int) -> int:
    pk = actions.start(treaty="lisbon", by=by, at=AT)
    write(pk, by, INDICATION)
    return pk
