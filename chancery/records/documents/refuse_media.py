"""The words of a refusal of a picture, a sound or a film; and of what was taken out of one."""

from collections.abc import Iterable
from typing import Literal

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.refusal import Refused
from chancery.records.documents.measure_image import MOST_DOTS
from chancery.records.documents.sniff import other_kind
from chancery.treaties.kernel import Finding

_WANTED = {
    "picture": (gettext_lazy("The file is not a JPEG, PNG or TIFF picture."), gettext_lazy("Save it as one of these.")),
    "sound": (gettext_lazy("The file is not an MP3 or WAV sound."), gettext_lazy("Save it as one of these.")),
    "film": (gettext_lazy("The file is not an MP4 film."), gettext_lazy("Save it as one.")),
}

_HAZARDS = {
    "not-a-picture": _WANTED["picture"],
    "broken": (
        gettext_lazy("The picture is damaged or incomplete."),
        gettext_lazy("Open it in a programme for pictures, save it again, and upload that."),
    ),
    "too-many-dots": (
        gettext_lazy("The picture has more than {millions} million dots."),
        gettext_lazy("Reduce it to 300 dots an inch, and upload that."),
    ),
    "several": (
        gettext_lazy("The file holds several pictures, or a moving one."),
        gettext_lazy("Save each by itself, and upload the one that is meant."),
    ),
    "colours": (
        gettext_lazy("The picture stores its colours in an unusual way, so two readers may show it differently."),
        gettext_lazy("Save it in RGB colours or in shades of grey, and upload that."),
    ),
    "too-demanding": (
        gettext_lazy("The picture asks for more memory or time than the office gives to one file."),
        gettext_lazy("Reduce it to 300 dots an inch, and upload that."),
    ),
}

_RECORDINGS = {
    "broken": (
        gettext_lazy("The sound or film is damaged or incomplete."),
        gettext_lazy("Save it again with a programme for sounds or films, and upload that."),
    ),
    "data-track": (
        gettext_lazy("The film has a track of data that are neither seen nor heard, such as where it was taken."),
        gettext_lazy("Save it with its pictures and sound alone, and upload that."),
    ),
}

_REMOVED = {
    "place": gettext_lazy(
        "The file said where the picture was taken. That was removed, with all other notes of the camera or programme; "
        "the picture itself is unchanged."
    ),
    "notes": gettext_lazy(
        "Notes of the camera or programme were removed from the file; the picture itself is unchanged."
    ),
    "tags": gettext_lazy(
        "Notes of the programme (such as title, author, time, place) were removed from the file; what is heard and "
        "seen is unchanged."
    ),
}


def other(data: bytes, wanted: Literal["picture", "sound", "film"], field: str) -> Refused:
    """Say what the file seems to be, where its first bytes tell."""
    what, remedy = _WANTED[wanted]
    kind = other_kind(data)
    seems = [_("By its content it is of another kind ({kind}).").format(kind=kind)] if kind else []
    return Refused.because(" ".join([str(what), *seems, str(remedy)]), field=field)


def too_large(size: int, limit: int, field: str) -> Refused:
    message = _("The file has {size}; at most {limit} are taken. Save it smaller, and upload that.").format(
        size=filesizeformat(size), limit=filesizeformat(limit)
    )
    return Refused.because(message, field=field)


def hazardous(code: str, field: str) -> Refused:
    what, remedy = _HAZARDS[code]
    return Refused.because(f"{what} {remedy}".format(millions=MOST_DOTS // 1_000_000), field=field)


def unreadable_recording(code: str, field: str) -> Refused:
    what, remedy = _RECORDINGS[code]
    return Refused.because(f"{what} {remedy}", field=field)


def removed(codes: Iterable[str], field: str) -> tuple[Finding, ...]:
    """What was taken out of a picture, sound or film, said once."""
    told = [code for code in _REMOVED if code in set(codes)][:1]
    return tuple(Finding(cites="", message=str(_REMOVED[code]), field=field, severity="hint") for code in told)
