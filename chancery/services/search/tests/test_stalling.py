"""A reader who stands still keeps nobody from an export."""

import errno
import socket
import sys

import pytest

from chancery.services.search.exports import exporting
from chancery.services.search.exports.stalling import end_stalled

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux ends what stands still")


@pytest.fixture
def connection():
    """A server's side of a connection and the reader's, over TCP, with as little room between them as there can be."""
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket() as reader:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.connect(listening.getsockname())
        server, _address = listening.accept()
        with server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            server.settimeout(15)
            yield server, reader


def test_a_reader_who_takes_nothing_is_let_go(connection):
    server, _reader = connection
    assert end_stalled(server.getsockname()[1], seconds=1) == 2  # it, and what listens
    with pytest.raises(TimeoutError) as broken:
        server.sendall(b"x" * 10_000_000)
    assert broken.value.errno == errno.ETIMEDOUT  # the kernel says so; a wait that is over has no number


def test_connections_of_others_are_left_as_they_are(connection):
    server, reader = connection
    end_stalled(server.getsockname()[1], seconds=1)
    assert server.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 1000
    assert reader.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 0


@pytest.mark.usefixtures("records")
def test_an_export_sees_to_it_on_the_port_that_was_asked(client, monkeypatch):
    seen = []
    monkeypatch.setattr(exporting, "end_stalled", seen.append)
    client.get("/search/export", {"q": "pizza"}, SERVER_PORT="8462")
    assert seen == [8462]
