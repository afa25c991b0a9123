"""Rule 9 and the Administrative Instructions: the reproductions, judged by what was measured of them."""

from collections.abc import Iterator

from chancery.treaties.hague.application import Application, ReproductionMeasure
from chancery.treaties.hague.force import ACT_OF_1999, APPLICATION
from chancery.treaties.kernel.rule import At, Found, rule

FAQ = ("https://www.wipo.int/hague/en/faqs_ehague.html",)
FORMATS = ("JPG", "JPEG", "TIF", "TIFF")
MODES = ("RGB", "grey")
RESOLUTION = 300
LEAST_CM, MOST_CM = 3.0, 16.0
BORDER = range(1, 21)
LARGEST = 2_000_000


def _measured(application: Application) -> Iterator[tuple[str, ReproductionMeasure]]:
    for place, view in application.views():
        if view.measure:
            yield f"{place}.measure", view.measure


@rule("Hague AI 404", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_are_jpg_or_tiff(application: Application) -> Found:
    """A reproduction is a JPG or TIFF file."""
    for place, found in _measured(application):
        if found.format and found.format.upper() not in FORMATS:
            yield At(f"{place}.format", f"Found: {found.format}.")


@rule("Hague AI 404", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_have_three_hundred_dots_an_inch(application: Application) -> Found:
    """A reproduction has a resolution of 300 dots an inch."""
    for place, found in _measured(application):
        if found.dpi is not None and found.dpi != RESOLUTION:
            yield At(f"{place}.dpi", f"Found: {found.dpi}.")


@rule("Hague AI 402(b)", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_are_between_three_and_sixteen_centimetres(application: Application) -> Found:
    """A reproduction measures from 3 by 3 to 16 by 16 centimetres."""
    for place, found in _measured(application):
        sides = found.sides_cm
        if sides and not LEAST_CM <= min(sides) <= max(sides) <= MOST_CM:
            yield At(place, f"Found: {' by '.join(f'{side:.1f}' for side in sides)} cm.")


@rule("Hague AI 404", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_have_a_narrow_border(application: Application) -> Found:
    """Around the design a reproduction has a border of 1 to 20 pixels."""
    for place, found in _measured(application):
        if found.border is not None and found.border not in BORDER:
            yield At(f"{place}.border", f"Found: {found.border}.")


@rule("Hague AI 404", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_are_in_rgb_or_grey(application: Application) -> Found:
    """A reproduction is in RGB colours or in shades of grey."""
    for place, found in _measured(application):
        if found.colour_mode and found.colour_mode not in MODES:
            yield At(f"{place}.colour_mode", f"Found: {found.colour_mode}.")


@rule("Hague AI 404", since=ACT_OF_1999, invites=APPLICATION, confidence="practice", sources=FAQ)
def reproductions_have_at_most_two_megabytes(application: Application) -> Found:
    """The file of a reproduction has at most two megabytes."""
    for place, found in _measured(application):
        if found.size is not None and found.size > LARGEST:
            yield At(f"{place}.size", f"Found: {found.size:,} bytes.")


@rule("Hague AI 404", since=ACT_OF_1999, severity="hint", confidence="unverified")
def reproductions_have_a_plain_background(application: Application) -> Found:
    """A design is shown on a neutral and plain background, without shadows, persons or other things."""
    for place, found in _measured(application):
        if found.background_uniform is False:
            yield f"{place}.background_uniform"


@rule("Hague AI 403", since=ACT_OF_1999, severity="hint", confidence="unverified")
def says_what_is_disclaimed(application: Application) -> Found:
    """Matter for which no protection is wanted is told in the description; lines or shading alone may be misread."""
    for place, design in enumerate(application.shown):
        if design.disclaimer and not design.description.strip():
            yield f"shown.{place}.description"
