"""What every test may need, and why some are skipped: by name, with the reason, never silently."""

import os
import shutil
from pathlib import Path

import pytest

from tests import opensearch

ROOT = Path(__file__).resolve().parent
SHARED = ROOT.parent / "shared"
CHROMIUM = os.environ.get("CHANCERY_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

NEEDS = {
    "shared": (SHARED.is_dir(), "the shared records and facts are not beside the checkout"),
    "browser": (bool(CHROMIUM), "no Chromium on this machine (apt-get install chromium)"),
    "opensearch": (opensearch.there(), "no OpenSearch: Java, and once `python -m tests.opensearch`; or OPENSEARCH_URL"),
}


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in the thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name, (there, reason) in NEEDS.items():
            if item.get_closest_marker(name) and not there:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True, scope="session")
def translated():
    """A fresh clone has its translations as text only; the pages of a test speak them as those of a portal do."""
    from chancery.site import translations

    translations.compile_all()


@pytest.fixture(autouse=True, scope="session")
def nobody_counts():
    """The threads of the analytics would outlive every test of this process; their own tests do their work by hand."""
    from django.conf import settings

    from chancery.services.analytics.sender import Sender

    settings.ANALYTICS = False
    Sender.start = lambda _self: None


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    """Each test has its own files, index, mail and key; nothing of one test is seen by the next."""
    settings.DATA = tmp_path
    settings.FILES_DIR = tmp_path / "files"
    settings.INDEX_DIR = tmp_path / "index"
    settings.BACKUPS = tmp_path / "backups"
    settings.BACKUP_KEYS = [tmp_path / "backup-keys"]
    settings.LEDGER_KEY = tmp_path / "ledger.key"
    settings.SIGNON_KEYS = tmp_path / "signon.keys"
    settings.SIGNON_SUBJECTS_KEY = tmp_path / "subjects.key"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one takes half a second
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(autouse=True)
def english():
    """A test that looked at a page in Arabic leaves no Arabic behind."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def ledger_head(request):
    """Tests of real transactions empty every table when they end; the ledger's one row must be there for the next."""
    if request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(request.fixturenames):
        from chancery.core.models import Head

        request.getfixturevalue("_django_db_helper")
        Head.objects.get_or_create(pk=1)


@pytest.fixture
def shared() -> Path:
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    return str(CHROMIUM)


@pytest.fixture(scope="session")
def browser(chromium):
    """The one browser of this process: Playwright keeps an event loop in the thread, and there cannot be two."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=BROWSER_FLAGS)
