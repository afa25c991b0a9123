"""What the office keeps besides tables is declared: each place that a setting names, and each that is really there."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from chancery.records.privacy.stores import Store
from chancery.site.stores import STORES
from chancery.site.sweeping import sweep

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CODE = {"ROOT", "DATA", "OFFICE_MARK", "FONT_DIR", "LOCALE_PATHS"}
"""Places that hold code, or the other places."""


def places():
    """Every setting that says where something is kept."""
    paths = {name for name in dir(settings) if name.isupper() and _is_place(getattr(settings, name))}
    return (paths - CODE) | {"CACHES", "LOGGING"}


def _is_place(value):
    several = value if isinstance(value, list | tuple) else [value]
    return bool(several) and all(isinstance(one, Path) for one in several)


def undeclared(stores):
    return places() - {name for store in stores for name in store.settings}


def test_every_place_that_a_setting_names_is_declared():
    assert places() >= {"BACKUP_KEYS", "FILES_DIR", "INDEX_DIR", "EMAIL_FILE_PATH", "STATIC_ROOT", "LEDGER_KEY"}
    assert undeclared(STORES) == set()


def test_dropping_any_declaration_is_noticed():
    for store in STORES:
        assert undeclared([one for one in STORES if one is not store]) == set(store.settings), store.key


def test_nothing_is_declared_twice():
    assert len({store.key for store in STORES}) == len(STORES)


def test_nothing_is_declared_that_is_not_there():
    assert {name for store in STORES for name in store.settings} <= {name for name in dir(settings) if name.isupper()}


def test_a_store_with_personal_data_says_why_and_how_long():
    for store in STORES:
        assert isinstance(store, Store)
        if store.terms:
            assert store.terms.purpose.strip(), store.key
            assert store.terms.keep.words.strip(), store.key


def test_sessions_are_kept_in_a_declared_table_and_messages_in_the_session():
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    assert settings.MESSAGE_STORAGE.endswith("session.SessionStorage")


def test_no_log_is_written_to_a_file():
    assert {one["class"] for one in settings.LOGGING["handlers"].values()} == {"logging.StreamHandler"}


def test_what_is_older_than_its_period_is_swept(settings, monkeypatch, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    monkeypatch.setitem(settings.CACHES["default"], "LOCATION", tmp_path / "cache")
    for folder, days in (("mail", 2), ("mail", 4), ("cache", 0), ("cache", 2)):
        path = tmp_path / folder / f"{days}"
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
        os.utime(path, ((AT - timedelta(days=days)).timestamp(),) * 2)
    assert sweep(AT) == 2
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("*/*")) == ["cache/0", "mail/2"]
    assert sweep(AT) == 0


def test_the_caches_name_no_address(client, db, settings, tmp_path):
    """A count of attempts stands under a hash: the network address is in no file's name."""
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path}}
    client.post("/account/login/", {"login": "a@example.org", "password": "x"}, REMOTE_ADDR="203.0.113.77")
    assert list(tmp_path.iterdir())
    assert not [path for path in tmp_path.iterdir() if "203.0.113" in path.name]
