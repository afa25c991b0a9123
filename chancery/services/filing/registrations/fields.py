"""What the forms of all registrations ask alike: a person, the representative, an earlier filing, the signature."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from chancery.services.filing.fields import ADDRESS, EMAIL, FILED_ON, number
from chancery.services.filing.registrations import offered
from chancery.services.filing.shapes import Box, Field

COUNTRY = Field(name="country", label=_("State of the address"), kind="choice", choices=offered.countries, half=True)
PERSON = (Field(name="name", label=_("Name")), ADDRESS, COUNTRY, EMAIL)
REACHED = PERSON[1:]
"""Where a person is: what is asked besides the name."""

LANGUAGE = Field(name="language", label=_("Language of the application"), kind="choice", choices=offered.languages)
REPRESENTATIVE = tuple(
    replace(one, name=f"representative.{one.name}", optional=True, autocomplete="off") for one in PERSON
)
EARLIER = (
    Field(name="office", label=_("Office of first filing"), kind="choice", choices=offered.earlier_offices),
    number(_("Application number"), optional=True),
    FILED_ON,
)


def signature(numeral: str, path: str) -> Box:
    """The last box. ``path`` is where the rules say what is wrong with the signatures."""
    return Box(
        slug="signature",
        numeral=numeral,
        title=_("Signature"),
        owns=(path,),
        heads=(path,),
        piece="filing/piece/signature.html",
    )
