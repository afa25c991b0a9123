"""``chancery notice``: what changed in the privacy notice, its next version, its export."""

import json

import click
from django.conf import settings
from django.urls import reverse
from rich.console import Console

from chancery.core import clock
from chancery.records.privacy import changes, dpv, versions


def publish(console: Console, *, only_check: bool) -> int:
    """Print the changes, and make a version unless asked only to look. Returns the exit status."""
    told, newest = versions.current(), versions.newest()
    found = changes.changes(newest.told, told) if newest else ()
    for one in found:
        mark = "material" if one.material else "        "
        names = f" ({', '.join(one.names)})" if one.names else ""
        console.print(f"{mark}  {one.what}{names}: {changes.words()[one.aspect]}", markup=False)
        console.print(f"          {one.before or '–'}  →  {one.after or '–'}", markup=False)
    if only_check:
        console.print("Nothing changed." if newest and not found else f"{len(found)} changes.")
        return 1 if changes.is_material(found) else 0
    number = versions.publish(told, at=clock.now())
    console.print(f"Version {number} of the notice is made." if number else "The notice is as its newest version.")
    return 0


def export() -> int:
    """Print the notice as JSON-LD."""
    data = dpv.document(versions.current(), base=settings.SITE_URL + reverse("privacy:notice"))
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    return 0
