"""What some boxes show besides their fields. ``SHOWS`` says by treaty and box what is computed for it."""

from collections.abc import Callable, Mapping
from typing import Any

from chancery.services.filing import forms
from chancery.services.filing.assessment import Assessment
from chancery.services.filing.models import Draft
from chancery.services.filing.registrations.hague import shows as hague
from chancery.services.filing.registrations.lisbon import shows as lisbon
from chancery.services.filing.registrations.madrid import shows as madrid
from chancery.services.filing.shapes import Box
from chancery.services.filing.views import pct_boxes

Show = Callable[[Draft, Assessment, forms.Findings], dict[str, Any]]

SHOWS: Mapping[str, Mapping[str, Show]] = {
    "pct": pct_boxes.SHOWS,
    "madrid": madrid.SHOWS,
    "hague": hague.SHOWS,
    "lisbon": lisbon.SHOWS,
}


def shows(row: Draft, box: Box, assessed: Assessment, found: forms.Findings) -> dict[str, Any]:
    """What the page of a box is told besides its fields."""
    show = SHOWS.get(row.treaty, {}).get(box.slug)
    return show(row, assessed, found) if show else {}
