"""Ceilings: where one bites, the design is wrong; split by meaning."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "chancery"
FILES = [path for path in ROOT.rglob("*.py") if "migrations" not in path.parts]
LONGEST_FILE, LONGEST_FUNCTION, WHOLE_CORE = 400, 60, 1_000
FORBIDDEN_NAMES = {"services.py", "managers.py", "helpers.py", "utils.py", "handlers.py", "processors.py", "mixins.py"}
FLOORS = ("services", "records")


def lines(path):
    return path.read_text().count("\n")


def name(path):
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_400_lines():
    assert {name(path): lines(path) for path in FILES if lines(path) > LONGEST_FILE} == {}


def test_no_function_is_longer_than_60_lines():
    long = {
        f"{name(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def code_lines(path):
    """Lines that do something: no blank lines, comments or docstrings."""
    text = path.read_text()
    docs = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            docs |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return sum(
        1
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.strip().startswith("#") and number not in docs
    )


def test_core_stays_under_a_thousand_lines():
    core = [path for path in FILES if path.is_relative_to(ROOT / "core") and "tests" not in path.parts]
    assert sum(code_lines(path) for path in core) <= WHOLE_CORE


def test_no_file_has_a_name_that_says_nothing():
    assert [name(path) for path in FILES if path.name in FORBIDDEN_NAMES] == []


def rooms():
    return [room for floor in FLOORS for room in sorted((ROOT / floor).iterdir()) if (room / "apps.py").exists()]


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_every_room_has_the_same_doors(room):
    for door in ("__init__.py", "apps.py", "queries.py", "privacy.py", "migrations/__init__.py", "tests/__init__.py"):
        assert (room / door).exists(), f"{room.name} has no {door}"
    sentence = ast.get_docstring(ast.parse((room / "__init__.py").read_text()))
    assert sentence
    assert sentence.endswith(".")


def test_nothing_is_left_for_later():
    marks = ("TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + 'Error("later')
    assert [name(path) for path in FILES for mark in marks if f"{mark} " in path.read_text()] == []
