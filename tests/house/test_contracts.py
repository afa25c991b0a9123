"""The map fails the build, and the check of the map can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder):
    return subprocess.run([LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def test_the_house_keeps_its_contracts():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


BAD_IMPORTS = {
    "a treaty that imports Django": ("treaties/kernel/planted.py", "import django\n"),
    "a service that imports another": (
        "services/filing/planted.py",
        "import chancery.services.examination.queries\n",
    ),
    "a break-in through a room's models": (
        "services/filing/planted.py",
        "import chancery.records.register.models\n",
    ),
    "core that looks up the stairs": ("core/planted.py", "import chancery.records.register.queries\n"),
    "the register that waits for a letter": (
        "records/register/planted.py",
        "import chancery.records.mail.queries\n",
    ),
    "a finder that knows law": ("finder/planted.py", "import chancery.treaties.kernel\n"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    skip = shutil.ignore_patterns("__pycache__", "static", "data", "cases", "locale", "templates")
    shutil.copytree(ROOT / "chancery", folder / "chancery", ignore=skip)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=skip)
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


@pytest.mark.parametrize("crime", BAD_IMPORTS)
def test_a_planted_bad_import_is_caught(copy, crime):
    place, line = BAD_IMPORTS[crime]
    planted = copy / "chancery" / place
    planted.write_text(line)
    try:
        result = lint(copy)
    finally:
        planted.unlink()
    assert result.returncode == 1
    assert "planted" in result.stdout
