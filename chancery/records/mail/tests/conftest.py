"""Alice hands in an application; the office writes to her. Mail goes to a real SMTP server on this machine."""

import socket
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.mail.followers import Letters
from chancery.records.register import actions as register
from chancery.treaties import pct

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TITLE = "Hinge with a memory"


@dataclass
class Server:
    """What it answers to DATA, in turn (then 250); what it was sent; ``drop`` closes the line before answering."""

    answers: list[str] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)
    recipient_answer: str = "250 OK"
    port: int = 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self.recipient_answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "drop":
            self.taken.append(envelope.content)
            server.transport.abort()
            return "451 gone"
        if answer.startswith("250"):
            self.taken.append(envelope.content)
        return answer

    @property
    def ids(self) -> list[str]:
        return [message_from_bytes(raw)["Message-ID"] for raw in self.taken]


@pytest.fixture
def smtp(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    handler = Server(port=port)
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    point_to(settings, port)
    yield handler
    controller.stop()


def point_to(settings, port):
    settings.SMTP = {"EMAIL_HOST": "127.0.0.1"}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False


@pytest.fixture
def alice(transactional_db):
    from chancery.core.models import Head

    Head.objects.get_or_create(pk=1)  # emptied with every other table after the previous test
    return accounts.open_account("alice@example.org", name="Alice Cooper", password="correct horse")


@pytest.fixture
def filed(alice):
    application = pct.Application(
        title=TITLE,
        format="pdf",
        searching_authority="EP",
        parties=(pct.Party(name="Alice Cooper", country="CH", kind="natural", nationality="CH", residence="CH"),),
    )
    document = {"kind": "claims", "name": "claims.pdf", "sha256": "ab" * 32, "sheets": 3, "size": 12_345}
    return register.file_application(application, documents=[document], by=alice, at=AT)


@pytest.fixture
def written(filed):
    follow.catch_up([Letters()], at=AT)
    return filed
