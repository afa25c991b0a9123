"""Registration files before their publication: a mark whose application is irregular, designs whose publication is
deferred, an indication that has just been presented; with a canary wherever words or pictures can be put.
"""

from collections.abc import Mapping
from datetime import date, datetime

from chancery.records.documents import actions as documents
from chancery.records.documents.tests import pictures
from chancery.records.register import actions, events, queries
from chancery.records.register.models import Series

SYSTEMS = ("madrid", "hague", "lisbon")


def presented(words: Mapping[str, str], *, before: int, by: int, at: datetime) -> tuple[tuple[str, ...], str]:
    """The three files, and the hash of a view of the designs. Their series begin at ``before``."""
    for system in SYSTEMS:
        Series.objects.create(name=f"{system.upper()}/{at.year}", given=before)
        Series.objects.create(name=f"REGISTRATIONS/{system}", given=before)
    designs, picture = _designs(words, by=by, at=at)
    return (_mark(words, by=by, at=at), designs, _indication(words, by=by, at=at)), picture


def _mark(words: Mapping[str, str], *, by: int, at: datetime) -> str:
    """A mark, of which the International Bureau has said that something is wrong."""
    application = {
        "origin": "CH",
        "applicants": [{"name": f"{words['holder']}, Ada", "email": words["holder's mail"]}],
        "mark": {"form": "word", "words": words["mark"]},
        "goods": [{"number": 3, "text": words["goods"]}],
        "designations": [{"party": "FR"}],
    }
    number = actions.present("madrid", application, office="CH", documents=(), by=by, at=at).number
    told = events.IrregularityNotified(
        notice=1,
        rule="11(2)",
        findings=({"cites": "Madrid Rule 9(4)", "message": words["notice"], "field": "goods"},),
        dated=at.date().isoformat(),
        due="2027-02-22",
        remedied_by="applicant",
        remark=words["notice"],
    )
    actions.enter(number, told, after=1, at=at)
    return number


def _designs(words: Mapping[str, str], *, by: int, at: datetime) -> tuple[str, str]:
    """Designs that are registered, and whose publication is deferred (Hague Art. 11)."""
    kept = documents.keep_image(pictures.image(border=17), name=f"{words['view']}.jpg", by=by, at=at)
    application = {
        "applicants": [{"name": f"{words['holder']}, Ada", "links": [{"party": "CH", "bond": "national"}]}],
        "creators": [{"name": words["creator"]}],
        "shown": [{"product": words["design"], "subclass": "26-05", "views": [{"legend": "front"}]}],
        "designations": [{"party": "JP"}],
        "publication": "deferred",
        "deferred_months": 30,
    }
    view = {"kind": "shown.0.views.0", "sha256": kept.sha256, "name": f"{words['view']}.jpg", "size": kept.size}
    number = actions.present("hague", application, office="IB", documents=(view,), by=by, at=at).number
    actions.make_registration(
        number, registered_on=at.date(), parties=("JP",), cites="Hague Art. 10(1)", after=1, at=at
    )
    asked = events.RequestPresented(
        request=1, act="ask_for_an_extract", received_on=at.date().isoformat(), facts={"reader": words["reader"]}
    )
    actions.enter(number, asked, after=2, at=at)
    return number, kept.sha256


def _indication(words: Mapping[str, str], *, by: int, at: datetime) -> str:
    application = {
        "origin": "CH",
        "kind": "indication",
        "names": [{"text": words["indication"], "language": "de"}],
        "beneficiaries": [{"name": words["holder"]}],
        "area": words["area"],
    }
    return actions.present("lisbon", application, office="IB", documents=(), by=by, at=at).number


def published(number: str, *, on: date, at: datetime) -> None:
    """The registration is made where it is not yet, and published."""
    file = queries.registration(number)
    assert file is not None
    if not file.registered_on:
        parties = file.system.designated(file.application, on=on)
        actions.make_registration(
            number, registered_on=on, parties=parties, cites="Madrid Art. 3(4)", after=file.version, at=at
        )
    file = queries.registration(number)
    assert file is not None
    actions.publish_registration(
        number,
        registration_number=file.registration_number,
        issue=queries.issue_name(file.system.key, *on.isocalendar()[:2]),
        on=on,
        after=file.version,
        at=at,
    )
