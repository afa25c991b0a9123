"""Rule 9(5): what the Office of origin certifies. Only it can remedy what is missing here (Rule 11(4))."""

from chancery.treaties.kernel.rule import Found, rule
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.force import ORIGIN, PROTOCOL

POINTS = ("same_applicant", "same_indications", "same_mark", "goods_covered")


@rule("Madrid Rule 9(5)(d)(i)", since=PROTOCOL, invites=ORIGIN)
def the_office_says_when_it_received_the_request(application: Application) -> Found:
    """The Office of origin certifies the day on which it received, or is deemed to have received, the request."""
    if application.certification.signed and application.certification.received_on is None:
        yield "certification.received_on"


@rule("Madrid Rule 9(5)(d)", since=PROTOCOL, invites=ORIGIN)
def the_office_certifies_every_point(application: Application) -> Found:
    """The Office certifies that applicant, indications, mark and goods agree with those of the basic mark."""
    if application.certification.signed:
        for name in POINTS:
            if not getattr(application.certification, name):
                yield f"certification.{name}"


@rule("Madrid Rule 9(5)(d)(v)", since=PROTOCOL, invites=ORIGIN)
def the_office_certifies_the_colours(application: Application) -> Found:
    """Where colours are claimed, the Office certifies that they are those of the basic mark."""
    claimed = application.mark.colours_claimed.strip()
    if application.certification.signed and claimed and not application.certification.colours_covered:
        yield "certification.colours_covered"
