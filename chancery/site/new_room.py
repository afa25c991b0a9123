"""``chancery new-room FLOOR/NAME "sentence"``: small rooms are alike, so they are made by one command."""

import re
from pathlib import Path

import click

from chancery import site

PACKAGE = Path(site.__file__).resolve().parents[1]
FLOORS = ("services", "records")

_DOORS = {
    "__init__.py": '"""{sentence}"""\n',
    "apps.py": (
        "from django.apps import AppConfig\n\n\n"
        "class {title}Config(AppConfig):\n"
        '    name = "chancery.{floor}.{name}"\n'
        '    label = "{name}"\n'
        '    default_auto_field = "django.db.models.BigAutoField"\n'
    ),
    "actions.py": '"""Acts: one function, one act, one transaction. Permissions are checked here."""\n',
    "queries.py": '"""What other rooms may ask."""\n',
    "events.py": '"""What can happen here: past tense, plain data."""\n',
    "models.py": '"""Private to this room."""\n',
    "privacy.py": "from chancery.core.personal import Holding\n\nHOLDS: tuple[Holding, ...] = ()\n",
    "urls.py": (
        "from django.urls import URLPattern, URLResolver\n\n"
        'app_name = "{name}"\n'
        "urlpatterns: list[URLPattern | URLResolver] = []\n"
    ),
    "views.py": '"""The counter: reads form and clock, makes one call."""\n',
    "migrations/__init__.py": "",
    "tests/__init__.py": "",
}


def make(place: str, sentence: str) -> list[str]:
    """Write the room's files; returns their paths and the lines that are still to be written by hand."""
    floor, name = _parse(place)
    room = PACKAGE / floor / name
    if room.exists():
        raise click.ClickException(f"chancery/{floor}/{name} is there already.")
    words = {"floor": floor, "name": name, "title": name.capitalize(), "sentence": sentence.rstrip(".") + "."}
    made = []
    for door, text in _DOORS.items():
        path = room / door
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**words))
        made.append(str(path.relative_to(PACKAGE.parent)))
    (room / "templates" / name).mkdir(parents=True)
    return [*made, *_by_hand(floor, name)]


def _parse(place: str) -> tuple[str, str]:
    match = re.fullmatch(r"(services|records)/([a-z][a-z0-9]*)", place)
    if match is None:
        raise click.ClickException(
            f"Say where: one of {', '.join(f'{floor}/NAME' for floor in FLOORS)}, in lower case."
        )
    return match[1], match[2]


def _by_hand(floor: str, name: str) -> list[str]:
    return [
        "Now write its line in:",
        f'  chancery/site/settings.py   "chancery.{floor}.{name}",',
        f'  chancery/site/urls.py       path("{name}/", include("chancery.{floor}.{name}.urls")),',
        f"  .importlinter               chancery.{floor}.{name}",
        "  chancery/site/wiring.py     its followers and what it holds about people, if it has any",
    ]
