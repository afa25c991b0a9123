"""Every setting has its line in the operator's page, and no line is about nothing."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = (ROOT / "chancery/site/settings.py").read_text() + (ROOT / "chancery/site/environment.py").read_text()
PAGE = (ROOT / "docs/operating/settings.md").read_text()
TESTS_ONLY = {"CHANCERY_TEST_POSTGRES", "CHANCERY_CHROMIUM"}


def test_every_setting_is_documented_and_every_line_is_about_a_setting():
    read = {
        f"CHANCERY_{name}" for name in re.findall(r"\b(?:text|flag|number|names|folder|\w+)\(\s*\"([A-Z_]+)\"", CODE)
    }
    told = set(re.findall(r"`(CHANCERY_[A-Z_]+)`", PAGE)) - TESTS_ONLY
    assert read == told


def test_every_dependency_has_its_line():
    page = (ROOT / "docs/dependencies.md").read_text().lower()
    for file in ("run.in", "test.in", "uv.in"):
        for line in (ROOT / "requirements" / file).read_text().splitlines():
            name = re.match(r"[A-Za-z][\w-]*", line)
            assert not name or name[0].lower() in page, f"docs/dependencies.md says nothing of {name[0]}"
