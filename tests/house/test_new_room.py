"""Small rooms are alike, because they are made by one command."""

import importlib.util

import click
import pytest

from chancery.site import new_room


@pytest.fixture
def house(tmp_path, monkeypatch):
    (tmp_path / "chancery/services").mkdir(parents=True)
    monkeypatch.setattr(new_room, "PACKAGE", tmp_path / "chancery")
    return tmp_path


def test_a_new_room_has_every_door_and_says_what_it_is_for(house):
    told = new_room.make("services/surveys", "Questions to the public")
    room = house / "chancery/services/surveys"
    doors = {"actions.py", "queries.py", "events.py", "models.py", "views.py", "urls.py", "privacy.py", "apps.py"}
    assert doors <= {path.name for path in room.iterdir()}
    assert (room / "__init__.py").read_text() == '"""Questions to the public."""\n'
    assert any("wiring.py" in line for line in told)


def test_its_modules_can_be_read(house):
    new_room.make("services/surveys", "Questions to the public.")
    for path in (house / "chancery/services/surveys").glob("*.py"):
        compile(path.read_text(), str(path), "exec")
    spec = importlib.util.spec_from_file_location("urls", house / "chancery/services/surveys/urls.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.app_name == "surveys"


@pytest.mark.parametrize("place", ["surveys", "site/surveys", "services/Surveys", "services/../core"])
def test_a_room_stands_on_a_floor_that_has_rooms(house, place):
    with pytest.raises(click.ClickException, match="services/NAME"):
        new_room.make(place, "x")


def test_a_room_that_is_there_is_left_alone(house):
    new_room.make("services/surveys", "x")
    with pytest.raises(click.ClickException, match="already"):
        new_room.make("services/surveys", "y")
