"""Calls to webhooks: signed, sent again, never into the house's own network; against a real server of this machine."""

import base64
import hashlib
import hmac
import ipaddress
import json
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.http import QueryDict

from chancery.core import follow
from chancery.records.accounts import actions as accounts
from chancery.records.mail.models import Item
from chancery.records.register import actions as register
from chancery.services.search.alerts import alerts
from chancery.services.search.alerts import calls as alert_calls
from chancery.services.search.alerts import posting as alert_posting
from chancery.services.search.alerts import run as alert_run
from chancery.services.search.alerts.posting import Unreachable, may_be_reached
from chancery.services.search.alerts.run import Alerts
from chancery.services.search.asking import question_of
from chancery.services.search.models import Alert, Call
from chancery.services.search.saved import saved
from chancery.services.search.tests.conftest import AT, record

LOOPBACK = ("127.0.0.0/8",)


class Receiver(BaseHTTPRequestHandler):
    """Answers as its server is told, and writes down what came."""

    def do_POST(self):  # noqa: N802 - the library's name
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((self.path, dict(self.headers), body))
        if self.server.drips:
            self.drip()
            return
        self.send_response(self.server.answer)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def drip(self):
        """One byte after the other, so that no single wait is long."""
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000:
                self.wfile.write(bytes([byte]))
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_args):
        return


@pytest.fixture
def receiver():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.taken, server.answer, server.headers, server.drips = [], 200, {}, False
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def ada(db):
    return accounts.open_account("ada@example.org", name="Ada", password="a long password")


@pytest.fixture
def hook(ada, settings, receiver):
    settings.WEBHOOKS_MAY_REACH = LOOPBACK
    pk = saved.save(question_of(QueryDict("q=pizza"), ""), by=ada, at=AT)
    url = f"http://127.0.0.1:{receiver.server_port}/hook?x=1"
    return Alert.objects.get(pk=alerts.begin(pk, way="webhook", url=url, by=ada, at=AT))


def publish(*keys):
    register.import_records([record("patents", key, f"Pizza {key}") for key in keys], at=AT)
    follow.catch_up([Alerts()], at=AT)


def send(at=AT, outside=AT):
    return alert_calls.send_due(at=at, outside=outside)


def test_a_call_arrives_signed_and_says_what_was_found(hook, receiver):
    publish("A1", "A2")
    outside = AT - timedelta(days=400)  # a demonstration clock runs ahead; the receiver's does not
    assert [send(outside=outside) for _ in range(2)] == [1, 0]
    [(path, headers, body)] = receiver.taken
    assert path == "/hook?x=1"
    told = json.loads(body)
    assert (told["type"], [one["key"] for one in told["data"]["records"]]) == ("records.published", ["A1", "A2"])
    assert told["data"]["records"][0]["address"].endswith("/search/patents/A1/")
    headers = {name.lower(): value for name, value in headers.items()}
    secret = base64.b64decode(alerts.signing_secret(hook).removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    good = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{good}"
    assert int(headers["webhook-timestamp"]) == int(outside.timestamp())
    assert len(secret) == 32


def test_the_signature_is_that_of_a_worked_example():
    """printf 'msg_1.1700000000.{}' | openssl dgst -sha256 -hmac key -binary | base64"""
    assert (
        alert_calls.signature(b"key", "msg_1", 1700000000, b"{}") == "v1,XaXLFEFQ69Q4+demDWPEv5ydXczDW2mM5crCUEFcFBA="
    )


def test_one_that_is_not_taken_is_sent_again_later_as_the_same_call(hook, receiver):
    publish("A1")
    receiver.answer = 503
    assert send() == 0
    call = Call.objects.get()
    assert (call.tries, call.trouble) == (1, "answered 503")
    assert timedelta(seconds=5) <= call.due_at - AT <= timedelta(seconds=5.5)
    assert send(at=AT + timedelta(seconds=4)) == 0
    receiver.answer = 204
    assert send(at=AT + timedelta(seconds=6)) == 1
    ids = {headers["webhook-id"] for _path, headers, _body in receiver.taken}
    assert (len(receiver.taken), len(ids)) == (2, 1)


def test_after_the_last_try_it_stands_still_says_so_and_goes_on_without_a_gap(hook, receiver, ada):
    publish("A1")
    receiver.answer, at = 500, AT
    for _ in range(len(alert_calls.PAUSES) + 1):
        send(at=at)
        at += timedelta(days=2)
    hook.refresh_from_db()
    assert "answered 500" in hook.trouble
    assert Call.objects.get().due_at is None
    assert "stands still" in Item.objects.get().subject
    publish("A2")
    assert (send(at=at), len(receiver.taken)) == (0, len(alert_calls.PAUSES) + 1)
    receiver.answer = 200
    alerts.go_on(hook.pk, by=ada, at=at)
    alert_run.catch_up(at=at)
    assert [send(at=at) for _ in range(3)] == [1, 1, 0]
    told = [json.loads(body)["data"]["records"] for _path, _headers, body in receiver.taken[-2:]]
    assert [[one["key"] for one in records] for records in told] == [["A1"], ["A2"]]


def test_who_says_it_is_gone_is_not_asked_again(hook, receiver):
    publish("A1")
    receiver.answer = 410
    send()
    hook.refresh_from_db()
    assert "answered 410" in hook.trouble
    assert send(at=AT + timedelta(days=9)) == 0
    assert len(receiver.taken) == 1


def test_no_redirect_is_followed(hook, receiver):
    publish("A1")
    receiver.answer, receiver.headers = 302, {"Location": f"http://127.0.0.1:{receiver.server_port}/inside"}
    assert send() == 0
    assert [path for path, *_rest in receiver.taken] == ["/hook?x=1"]
    assert Call.objects.get().trouble == "answered 302"


def test_one_that_drips_its_answer_is_cut_off(hook, receiver, monkeypatch):
    monkeypatch.setattr(alert_posting, "PATIENCE", 0.6)
    publish("A1")
    receiver.drips = True
    began = time.monotonic()
    assert send() == 0
    assert time.monotonic() - began < 3
    assert Call.objects.get().trouble.startswith("no answer")


def certified(folder, name):
    """A certificate that signs itself, for a name."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "cert.pem"
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file


@pytest.mark.parametrize(
    ("name", "trusted", "arrives"), [("localhost", True, 1), ("localhost", False, 0), ("x", True, 0)]
)
def test_over_tls_only_who_shows_the_certificate_of_the_name_is_told(
    hook, receiver, monkeypatch, tmp_path, *, name, trusted, arrives
):
    file = certified(tmp_path, name)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    receiver.socket = server.wrap_socket(receiver.socket, server_side=True)
    usual = ssl.create_default_context()
    if trusted:
        usual.load_verify_locations(file)
    monkeypatch.setattr(ssl, "create_default_context", lambda: usual)
    Alert.objects.update(url=f"https://localhost:{receiver.server_port}/hook")
    publish("A1")
    assert (send(), len(receiver.taken)) == (arrives, arrives)


def test_one_that_keeps_silent_in_tls_is_cut_off(hook, monkeypatch):
    monkeypatch.setattr(alert_posting, "PATIENCE", 0.6)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        Alert.objects.update(url=f"https://127.0.0.1:{silent.getsockname()[1]}/")
        publish("A1")
        began = time.monotonic()
        assert send() == 0
        assert time.monotonic() - began < 3


def test_many_records_are_told_in_several_calls(hook, receiver, monkeypatch):
    monkeypatch.setattr(alert_calls, "MOST_RECORDS", 2)
    publish(*(f"A{n}" for n in range(5)))
    assert [send() for _ in range(4)] == [1, 1, 1, 0]
    assert sum(len(json.loads(body)["data"]["records"]) for _path, _headers, body in receiver.taken) == 5


def test_a_call_is_small_and_a_single_record_is_told_whole(hook, receiver):
    titles = [*("Pizza " + "oven " * 400 for _ in range(25)), "Pizza " + "stone " * 5_000]
    register.import_records([record("patents", f"A{n:02}", title) for n, title in enumerate(titles)], at=AT)
    follow.catch_up([Alerts()], at=AT)
    bodies = list(Call.objects.order_by("pk").values_list("body", flat=True))
    told = [[one["key"] for one in json.loads(body)["data"]["records"]] for body in bodies]
    assert [key for keys in told for key in keys] == [f"A{n:02}" for n in range(26)]
    assert all(len(body.encode()) < alert_calls.MOST_BYTES + 500 for body in bodies[:-1])
    assert told[-1] == ["A25"]


def test_who_asks_us_to_wait_is_left_alone_so_long_with_all_calls(hook, receiver, ada):
    publish("A1")
    publish("A2")
    receiver.answer, receiver.headers = 429, {"Retry-After": "120"}
    assert send() == 0
    assert len(receiver.taken) == 1
    assert {call.due_at for call in Call.objects.all()} == {AT + timedelta(seconds=120)}
    assert sorted(Call.objects.values_list("tries", flat=True)) == [0, 1]
    assert send(at=AT + timedelta(seconds=119)) == 0
    receiver.answer, later = 200, AT + timedelta(seconds=121)
    assert [send(at=later) for _ in range(3)] == [1, 1, 0]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("", 0),
        ("60", 60),
        ("-1", 0),
        ("soon", 0),
        ("²", 0),
        ("9" * 400, 86_400),
        ("Sun, 22 Nov 2026 09:32:00 GMT", 120),
        ("Sun, 22 Nov 2026 09:32:00 -0000", 120),
        ("Sat, 21 Nov 2026 09:32:00 GMT", 0),
        ("Sun, 99 Nov 2026 09:32:00 GMT", 0),
    ],
)
def test_how_long_to_wait_is_read_in_seconds_or_as_a_date_and_is_bounded(written, seconds):
    assert alert_calls._asked_for(written, AT) == timedelta(seconds=seconds)


def test_a_changed_secret_of_the_office_breaks_no_receiver_and_no_address(hook, receiver, settings, client):
    before, feed = alerts.signing_secret(hook), alerts.feed_href(hook)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another " * 8, [settings.SECRET_KEY]
    publish("A1")
    assert send() == 1
    headers = {name.lower(): value for name, value in receiver.taken[0][1].items()}
    body = receiver.taken[0][2]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    for secret in (before, alerts.signing_secret(hook)):
        key = base64.b64decode(secret.removeprefix("whsec_"))
        good = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        assert f"v1,{good}" in headers["webhook-signature"].split(" ")
    assert before != alerts.signing_secret(hook)
    assert client.get(feed).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(feed).status_code == 404


def test_a_trial_call_holds_no_record(hook, receiver, ada):
    alert_calls.try_out(hook.pk, by=ada, at=AT)
    send()
    assert json.loads(receiver.taken[0][2])["type"] == "webhook.test"


# Where a call may go


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"),
    ],
)
def test_no_address_of_the_inside_is_reached(address, settings):
    settings.WEBHOOKS_MAY_REACH = ()
    assert not may_be_reached(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are_reached(address):
    assert may_be_reached(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_the_own_machine_is_not_called_however_it_is_written(host, receiver):
    with pytest.raises(Unreachable):
        alert_posting.post(f"http://{host}:{receiver.server_port}/", b"{}", {})
    assert receiver.taken == []


def test_a_name_that_says_something_else_a_moment_later_gains_nothing(receiver, monkeypatch):
    """DNS rebinding: the first answer is public, the second is this machine. There is no second question."""
    answers, asked, went = ["93.184.215.14", "127.0.0.1"], [], []

    def resolve(host, port, **_how):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[len(asked) - 1], port))]

    def connect(_line, where):
        went.append(where)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(Unreachable):
        alert_posting.post(f"http://rebound.example:{receiver.server_port}/", b"{}", {})
    assert (asked, went) == (["rebound.example"], [("93.184.215.14", receiver.server_port)])
    assert receiver.taken == []


def test_a_name_with_one_address_inside_is_not_called_at_all(monkeypatch):
    def resolve(_host, port, **_how):
        return [(socket.AF_INET, 1, 6, "", (one, port)) for one in ("93.184.215.14", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(Unreachable, match="not a public address"):
        alert_posting.post("https://mixed.example/", b"{}", {})


@pytest.mark.parametrize("url", ["https://" + "a" * 300 + ".example/", "https://no-such-name.invalid/"])
def test_a_name_that_is_none_is_trouble_and_no_crash(url):
    with pytest.raises(Unreachable):
        alert_posting.post(url, b"{}", {})


def test_a_proxy_of_the_environment_is_not_asked(hook, receiver, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    publish("A1")
    assert send() == 1


def test_without_tls_nothing_but_a_test_is_called(ada, settings):
    from chancery.core.refusal import Refused

    settings.WEBHOOKS_MAY_REACH = ()
    pk = saved.save(question_of(QueryDict("q=pizza"), ""), by=ada, at=AT)
    with pytest.raises(Refused, match="https"):
        alerts.begin(pk, way="webhook", url="http://example.org/", by=ada, at=AT)
