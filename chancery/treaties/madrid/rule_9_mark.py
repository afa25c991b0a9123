"""Rule 9 and Administrative Instruction 11bis: the mark, how it is shown and what is said of it."""

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.madrid.application import Application, Reproduction
from chancery.treaties.madrid.force import APPLICANT, ORIGIN, PROTOCOL

PICTURES = ("JPEG", "PNG", "TIFF")
SOUNDS = ("MP3", "WAV")
FILMS = ("MP4",)
LARGEST_CM = 20.0
MEGABYTE = 1_000_000
FORMATS = {"sound": (SOUNDS, 5), "multimedia": (FILMS, 20), "motion": ((*FILMS, *PICTURES), 20)}
"""Form of the mark -> the formats of its file, and how many megabytes it may have; pictures for all others."""


@rule("Madrid Rule 9(4)(a)(v)", since=PROTOCOL, severity="prevents", invites=APPLICANT)
def shows_the_mark(application: Application) -> Found:
    """A reproduction of the mark is there; of a word mark in standard characters its words are enough."""
    mark = application.mark
    if not mark.form:
        yield "mark.form"
    elif mark.standard_characters:
        if not mark.words.strip():
            yield "mark.words"
    elif not mark.reproductions:
        yield "mark.reproductions"


@rule("Madrid Rule 9(4)(a)(vi)", since=PROTOCOL, invites=ORIGIN)
def only_words_stand_in_standard_characters(application: Application) -> Found:
    """Only a mark that consists of words can be declared to be in standard characters."""
    if application.mark.standard_characters and application.mark.form not in {"", "word"}:
        yield At("mark.standard_characters", f"Found: a {application.mark.form} mark.")


@rule("Madrid Rule 9(4)(a)(vii)", since=PROTOCOL, invites=ORIGIN)
def says_which_colours_are_claimed(application: Application) -> Found:
    """Where the mark is one of colour as such, or colours are claimed, they are named."""
    if application.mark.form == "colour" and not application.mark.colours_claimed.strip():
        yield "mark.colours_claimed"


@rule("Madrid Rule 9(4)(a)(v)", since=PROTOCOL, invites=ORIGIN)
def shows_claimed_colours_in_colour(application: Application) -> Found:
    """Where colours are claimed the reproduction is in colour."""
    found = [one for one in application.mark.reproductions if one.colour is False]
    if application.mark.colours_claimed.strip() and found:
        yield "mark.reproductions"


@rule("Madrid Schedule item 2.1", since=PROTOCOL, severity="hint")
def pays_for_colour_where_there_is_colour(application: Application) -> Found:
    """A reproduction in colour costs the higher basic fee, whether or not colours are claimed."""
    if not application.colour and any(one.colour for one in application.mark.reproductions):
        yield "colour"


@rule("Madrid Rule 9(4)(a)(xii)", since=PROTOCOL, invites=APPLICANT)
def transliterates_other_letters(application: Application) -> Found:
    """Where the mark has other than Latin letters, or other than Arabic or Roman numerals, they are transliterated."""
    if not application.mark.latin and not application.mark.transliteration.strip():
        yield "mark.transliteration"


@rule("Madrid AI 11bis", since=PROTOCOL, invites=APPLICANT)
def has_a_reproduction_of_the_right_kind(application: Application) -> Found:
    """The mark is shown by a picture (JPEG, PNG, TIFF), a sound by MP3 or WAV, a film by MP4, within limits of size."""
    formats, megabytes = FORMATS.get(application.mark.form, (PICTURES, 0))
    for place, one in enumerate(application.mark.reproductions):
        if one.format.upper() not in formats:
            yield At(f"mark.reproductions.{place}.format", f"Found: {one.format or 'nothing'}.")
        elif megabytes and one.size > megabytes * MEGABYTE:
            yield At(f"mark.reproductions.{place}.size", f"At most {megabytes} megabytes.")


@rule("Madrid AI 11bis", since=PROTOCOL, invites=APPLICANT)
def has_a_reproduction_of_the_right_size(application: Application) -> Found:
    """A picture of the mark is at most 20 by 20 centimetres."""
    for place, one in enumerate(application.mark.reproductions):
        if max(_sides(one), default=0.0) > LARGEST_CM:
            shown = " by ".join(f"{side:.1f}" for side in _sides(one))
            yield At(f"mark.reproductions.{place}", f"Found: {shown} cm.")


def _sides(one: Reproduction) -> tuple[float, ...]:
    return tuple(side for side in (one.width_cm, one.height_cm) if side is not None)
