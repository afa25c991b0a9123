"""What the International Bureau says is missing: by which Rule, to whom, until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from chancery.core.saying import said
from chancery.records.register import queries as register
from chancery.records.register.events import IrregularityNotified
from chancery.records.register.queries import Registration
from chancery.services.examination.registrations.words import Words
from chancery.treaties.kernel import Finding, TimeLimit

SPEAKS = frozenset({"prevents", "raised"})
PARTY = "Office of a designated party"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A notice of a system, by its Rule. ``limit`` is the key of the time limit that it starts, where it starts one.

    ``told`` is the Rule that its findings name. ``about``: the application, a request, a party that is named, or the
    refusal of one (which has an act of its own).
    ``states_due``: the law leaves the day to the notice.
    """

    rule: str
    remedied_by: str
    limit: str = ""
    told: tuple[str, ...] = ()
    about: str = "application"
    states_due: bool = False


NOTICES: dict[str, tuple[Notice, ...]] = {
    "madrid": (
        Notice(rule="11(2)", remedied_by="applicant", limit="irregularity", told=("Madrid Rule 11(2)",)),
        Notice(
            rule="11(3)", remedied_by="applicant or Office of origin", limit="fees_short", told=("Madrid Rule 11(3)",)
        ),
        Notice(
            rule="11(4)",
            remedied_by="Office of origin",
            limit="origin_irregularity",
            told=("Madrid Rule 11(4)", "Madrid Rule 11(7)"),
        ),
        Notice(
            rule="11(6)",
            remedied_by="applicant or Office of origin",
            limit="intention_to_use",
            told=("Madrid Rule 11(6)",),
            about="party",
        ),
        Notice(rule="12(1)", remedied_by="Office of origin", limit="classification_opinion", told=("Madrid Rule 12",)),
        Notice(rule="12(8bis)", remedied_by="applicant", limit="limitation_classes", told=("Madrid Rule 12(8bis)",)),
        Notice(rule="13(2)", remedied_by="Office of origin", limit="vague_term", told=("Madrid Rule 13",)),
        Notice(rule="6", remedied_by="applicant", limit="translation_comments"),
        Notice(rule="24(5)", remedied_by="holder", limit="subsequent_irregularity", about="request"),
        Notice(rule="26(2)", remedied_by="holder", limit="change_irregularity", about="request"),
        Notice(rule="20bis(2)", remedied_by="holder", limit="change_irregularity", about="request"),
        Notice(rule="27bis(3)", remedied_by="Office of origin", limit="change_irregularity", about="request"),
        Notice(rule="34(3)", remedied_by="holder", limit="second_part", about="party", states_due=True),
        Notice(rule="30(3)", remedied_by="holder", limit="renewal_rest", about="request"),
        Notice(rule="18(1)(c)", remedied_by=PARTY, limit="incomplete_refusal", about="refusal"),
        Notice(rule="18(1)(d)", remedied_by=PARTY, limit="incomplete_refusal", about="refusal"),
    ),
    "hague": (
        Notice(
            rule="14(1)",
            remedied_by="applicant",
            limit="irregularity",
            told=("Hague Rule 14(1)", "Hague Art. 8(2)(b)"),
        ),
        Notice(rule="16(2)", remedied_by="applicant", limit="withdraw_for_deferment", told=("Hague Rule 16(2)",)),
        Notice(rule="21(5)", remedied_by="holder", limit="change_irregularity", about="request"),
        Notice(rule="12(3)", remedied_by="holder", limit="second_part", about="party", states_due=True),
    ),
    "lisbon": (Notice(rule="6(1)", remedied_by="applicant", limit="irregularity"),),
}
"""What the Bureau tells, in the order in which an application is looked through."""

OF_REQUESTS = {
    "madrid": {
        "designate": "24(5)",
        "convert": "24(5)",
        "divide": "27bis(3)",
        "record_licence": "20bis(2)",
        "amend_licence": "20bis(2)",
        "cancel_licence": "20bis(2)",
        "renew": "30(3)",
    },
    "hague": {},
    "lisbon": {},
}
"""Under which Rule an irregularity of a request is told, where it is not the usual one."""

USUALLY = {"madrid": "26(2)", "hague": "21(5)", "lisbon": "6(1)"}


def notice(system: str, rule: str) -> Notice:
    """The notice under a Rule. Raises ``KeyError`` for a Rule under which there is none."""
    return {one.rule: one for one in NOTICES[system]}[rule]


def cites_of(system: str, rule: str) -> str:
    """The provision of a notice: ``Madrid Rule 11(2)``."""
    return f"{system.title()} Rule {rule}"


def label(system: str, one: Notice, remedied_by: dict[str, Words]) -> str:
    """How a notice is called in a list: its provision, and who remedies."""
    return f"{cites_of(system, one.rule)}, {remedied_by[one.remedied_by]}"


def found(file: Registration) -> tuple[Finding, ...]:
    """What the rules say of the application as it stands, with the addresses that the register keeps apart."""
    plain = register.reached(file.number, file.application.to_dict())
    application = replace(file.system.application(plain), received_on=file.received_on)
    return file.system.check(application, on=file.received_on or date.min)


def to_be_told(file: Registration) -> tuple[Finding, ...]:
    """The findings of which no notice has told. What was told once stays with its notice, answered or not."""
    told = {(one.get("cites"), one.get("field")) for each in file.notices for one in each.findings}
    return tuple(one for one in found(file) if one.severity in SPEAKS and (one.cites, one.field) not in told)


def rule_of(system: str, one: Finding) -> str:
    """Under which Rule a finding is told."""
    longest = sorted(
        ((told, each.rule) for each in NOTICES[system] for told in each.told if one.invites.startswith(told)),
        key=lambda pair: -len(pair[0]),
    )
    return longest[0][1] if longest else NOTICES[system][0].rule


def by_rule(system: str, several: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings, under the Rules by which they are told."""
    grouped: dict[str, list[Finding]] = {}
    for one in several:
        grouped.setdefault(rule_of(system, one), []).append(one)
    return grouped


def limit_of(file: Registration, event: IrregularityNotified, *, at: datetime) -> TimeLimit | None:
    """The time limit that a notice would start, reckoned on the file as it would stand after it."""
    after = register.foreseen_registration(file, event, at=at)
    key = notice(file.system.key, event.rule).limit
    running = [one for one in after.limits() if one.key == key and one.done_on is None]
    return running[-1] if running else None


def until(file: Registration, event: IrregularityNotified, *, at: datetime) -> IrregularityNotified:
    """A notice with the day until which it is to be answered, where the law gives one."""
    limit = limit_of(file, event, at=at)
    return dated(event, limit.due) if limit and isinstance(limit.due, date) else event


def dated(event: IrregularityNotified, due: date) -> IrregularityNotified:
    return IrregularityNotified.from_body(event.to_body() | {"due": due.isoformat()})


def told(several: Iterable[Finding]) -> tuple[dict[str, str], ...]:
    """Findings as they are entered."""
    return tuple({"cites": one.cites, "message": one.message, "field": one.field} for one in several)


def in_words(one: Finding | dict[str, Any]) -> str:
    """A finding as one line of a list of choices."""
    cites, message = (one.cites, said(one)) if isinstance(one, Finding) else (one["cites"], said(one["message"]))
    return f"{message} ({cites})" if cites else message
