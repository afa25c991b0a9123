"""The words for what applicants and third parties send, and for search, publication, examination and national phase."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.core.saying import said
from chancery.treaties import pct

Sentence = tuple[str, str, str]
"""What happened, a detail, and the rule."""


def _act(body: dict[str, Any]) -> Sentence:
    """An act by its name in the treaty's table, with the remark that came with it."""
    act = pct.act(body["act"])
    return said(act.title), body.get("remark", ""), act.cites


def _withdrawn(body: dict[str, Any]) -> Sentence:
    words, remark, cites = _act(body)
    return words, ", ".join(body["offices"]) or remark, cites


def _amended(body: dict[str, Any]) -> Sentence:
    if body["article"] == "19":
        return _("Claims amended before the International Bureau"), body["statement"], "PCT Art. 19"
    return _("Amendments for the preliminary examination"), body["statement"], "PCT Art. 34"


def _demanded(body: dict[str, Any]) -> Sentence:
    return _("Preliminary examination demanded from %(authority)s") % body, body["basis"], "PCT Art. 31"


def _supplementary(body: dict[str, Any]) -> Sentence:
    return _("Supplementary search requested from %(authority)s") % body, "", "PCT Rule 45bis.1"


def _rectified(body: dict[str, Any]) -> Sentence:
    words = _("Rectification authorized") if body["authorized"] else _("Rectification refused")
    return words, body["reason"], "PCT Rule 91.3"


def _licensing(body: dict[str, Any]) -> Sentence:
    if body["available"]:
        return _("Ready to license"), body["terms"], ""
    return _("No longer offered for licensing"), "", ""


def _observed(body: dict[str, Any]) -> Sentence:
    count = len(body["citations"])
    cited = ngettext("%(n)d document cited", "%(n)d documents cited", count) % {"n": count}
    return _("Third-party observation received"), cited, ""


def _admitted(body: dict[str, Any]) -> Sentence:
    words = _("Third-party observation admitted") if body["admitted"] else _("Third-party observation not admitted")
    return words, body["reason"], ""


def _searched(body: dict[str, Any]) -> Sentence:
    if body["declined"]:
        return _("%(authority)s declared that there is no search report") % body, body["declined"], "PCT Art. 17(2)(a)"
    count = len(body["citations"])
    cited = ngettext("%(n)d document cited", "%(n)d documents cited", count) % {"n": count}
    if body["supplementary"]:
        return _("Supplementary search report of %(authority)s") % body, cited, "PCT Rule 45bis.7"
    return _("International search report of %(authority)s") % body, cited, "PCT Art. 18"


def _reported(body: dict[str, Any]) -> Sentence:
    words = _("International preliminary report on patentability, Chapter %(chapter)s") % body
    return words, body["statement"], "PCT Rule 44bis.1" if body["chapter"] == "I" else "PCT Art. 35"


def _prepared(body: dict[str, Any]) -> Sentence:
    words = _("Technical preparations for publication completed")
    return words, _("Publication on %(publication_on)s") % body, ""


def _published(body: dict[str, Any]) -> Sentence:
    words = _("Published as %(publication_number)s %(kind_code)s") % body
    return words, _("Issue %(issue)s, %(published_on)s") % body, "PCT Art. 21"


def _national(body: dict[str, Any]) -> Sentence:
    what = {
        "entered": _("National phase entered before %(office)s"),
        "not entered": _("National phase not entered before %(office)s"),
        "published": _("Published by %(office)s"),
        "refused": _("Refused by %(office)s"),
        "granted": _("Granted by %(office)s"),
        "withdrawn": _("Withdrawn before %(office)s"),
    }
    words = what.get(body["what"], "%(office)s") % body
    return words, " ".join(part for part in (body["on"], body["number"], body["remark"]) if part), "PCT Rule 95.1"


SENTENCES: dict[str, Callable[[dict[str, Any]], Sentence]] = {
    "RequestChanged": _act,
    "Withdrawn": _withdrawn,
    "ClaimsAmended": _amended,
    "ChapterIIDemanded": _demanded,
    "SupplementarySearchRequested": _supplementary,
    "EarlyPublicationRequested": _act,
    "PaperReceived": _act,
    "LicensingIndicated": _licensing,
    "RectificationDecided": _rectified,
    "ObservationSubmitted": _observed,
    "ObservationAdmitted": _admitted,
    "SearchReportEstablished": _searched,
    "ReportOnPatentabilityEstablished": _reported,
    "PublicationPrepared": _prepared,
    "ApplicationPublished": _published,
    "NationalPhaseReported": _national,
}
