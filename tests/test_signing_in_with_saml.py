"""Signing in with an account elsewhere over SAML: only a signed answer of the named provider, only a linked account."""

import json
import os
import subprocess
import sys

import pytest

from tests.portal import ROOT

pytest.importorskip("onelogin", reason="python3-saml is not installed (requirements/saml.txt)")
pytestmark = pytest.mark.slow
PROVIDER = """
[[provider]]
id = "university"
kind = "saml"
name = "University"
entity_id = "https://idp.university.example/metadata"
sso_url = "https://idp.university.example/sso"
certificate_file = "signed.pem"
"""


def made(folder, name: str) -> tuple[str, str]:
    """A key and its certificate."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    subject = ["-subj", "/CN=idp.university.example", "-days", "2"]
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key,
        "-out",
        certificate,
        *subject,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return key.read_text(), certificate.read_text()


def test_only_a_signed_answer_and_only_a_linked_account_let_somebody_in(tmp_path):
    keys = {"unsigned": ("", ""), "signed by another": made(tmp_path, "other"), "signed": made(tmp_path, "signed")}
    (tmp_path / "providers.toml").write_text(PROVIDER)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")},
        "DJANGO_SETTINGS_MODULE": "chancery.site.settings",
        "CHANCERY_DATA": str(tmp_path / "data"),
        "CHANCERY_IDENTITY_PROVIDERS": str(tmp_path / "providers.toml"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.saml_visit"],
        cwd=ROOT,
        env=environment,
        input=json.dumps(keys),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "metadata": 200,
        "button": True,
        "unsigned, not linked": False,
        "signed by another, not linked": False,
        "signed, not linked": False,
        "linked": True,
        "unsigned, linked": False,
        "signed by another, linked": False,
        "signed, linked": True,
    }
