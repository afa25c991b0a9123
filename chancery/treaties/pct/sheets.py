"""How many sheets count for the fee (RO Guidelines 241 to 251)."""

from dataclasses import dataclass

from chancery.treaties.kernel.confidence import Confidence
from chancery.treaties.kernel.step import Step
from chancery.treaties.pct.application import Application

LEAST_REQUEST = 3
CITES = "PCT RO Guidelines 241"


@dataclass(frozen=True)
class Sheets:
    """How many sheets are paid for, and why; surer once the request is laid out."""

    count: int
    steps: tuple[Step, ...]
    confidence: Confidence


def count_sheets(application: Application) -> Sheets:
    """All sheets with the request, without the fee sheet. A sequence listing in XML is free; a missing
    abstract counts.
    """
    parts = sum(part.sheets for part in application.parts if part.kind != "sequence listing")
    missing_abstract = 0 if application.part("abstract") else 1
    request = application.request_sheets if application.request_sheets is not None else LEAST_REQUEST
    count = parts + missing_abstract + request
    words = [f"request {request}", f"parts {parts}"]
    if missing_abstract:
        words.append("the abstract still to come 1")
    steps = [Step(f"Sheets: {', '.join(words)}", CITES, str(count))]
    if application.request_sheets is None:
        steps.append(Step(f"The request is not laid out yet; it has at least {LEAST_REQUEST} sheets", CITES))
    return Sheets(count, tuple(steps), "rule" if application.request_sheets is not None else "practice")
