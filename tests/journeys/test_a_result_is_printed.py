"""What the calculators say is printed: what was asked, the answer, the edition of the law, address and day."""

import pypdfium2
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]

RESULTS = {
    "/law/closed-days/?office=IB&day=2026-12-25": ("25 December 2026", "Christmas Day", "28 December 2026"),
    "/law/pct/time-limits/?priority_1=2025-05-15&priority_office_1=CH&receiving_office=IB&filing_date=2026-05-11": (
        "Pay the transmittal fee, the international filing fee and the search fee.",
        "PCT Rule 15.3",
        "at the Office IB",
    ),
    "/law/pct/fees/?receiving_office=IB&searching_authority=EP&received_on=2026-11-22&sheets=42&format=pdf&kind_1=legal"
    "&nationality_1=CH&residence_1=CH": ("International filing fee", "Total"),
    "/law/pct/national-phase/?priority_date=2025-05-15&offices=EP&offices=JP&claims=12&years=5": (
        "EP European Patent Office",
        "JP Japan",
        "15 November 2027",
    ),
}


@pytest.mark.parametrize("address", RESULTS)
def test_a_result_is_printed_with_what_was_asked_and_without_what_was_left_empty(visitor, portal, address):
    anyone = visitor()
    anyone.opens(address)
    text = printed(anyone)
    for words in (*RESULTS[address], "law tables of edition", address.partition("?")[0], "Printed"):
        assert words in text
    for absent in ("Demand received on", "Applicant 2", "Priority claim 2", "Search report sent on", "AU Australia"):
        assert absent not in text


def printed(anyone) -> str:
    """The words on paper, line ends taken as spaces."""
    document = pypdfium2.PdfDocument(anyone.page.pdf(format="A4"))
    pages = (document[place].get_textpage().get_text_range() for place in range(len(document)))
    return " ".join(" ".join(pages).split())
