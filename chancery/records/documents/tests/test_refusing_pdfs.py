import resource

import pytest
from django.utils.translation import override

from chancery.core.refusal import Refused
from chancery.records.documents import actions, apart, inspect_pdf, refuse
from chancery.records.documents.models import File
from chancery.records.documents.tests import samples
from chancery.records.documents.tests.samples import AT

PRINT_AGAIN = "Print or export the document to a new PDF"

HOSTILE = {
    "an empty file": (lambda: b"", "is empty", "Choose the file again"),
    "a picture renamed": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "another kind (PNG)", "Renaming a file"),
    "a text renamed": (lambda: b"once upon a time", "not a PDF.", "Export or print"),
    "an encrypted file": (samples.encrypted, "password", "Save a copy without a password"),
    "a file nobody may change": (lambda: samples.encrypted(user=""), "password", "without restrictions"),
    "a script at the door": (samples.with_script, "script (JavaScript)", PRINT_AGAIN),
    "a script in a drawer": (samples.with_hidden_script, "script (JavaScript)", PRINT_AGAIN),
    "a programme to start": (samples.with_launch, "starts another programme", PRINT_AGAIN),
    "an attachment": (samples.with_attachment, "attached inside", "Remove the attachments"),
    "a dynamic form": (samples.with_dynamic_form, "XFA", PRINT_AGAIN),
    "an act on opening": (samples.with_opening_action, "opened or turned over", PRINT_AGAIN),
    "an act on turning the page": (samples.with_page_action, "opened or turned over", PRINT_AGAIN),
    "a form that sends": (
        lambda: samples.with_annotation(A=samples.Dictionary(S=samples.Name.SubmitForm)),
        "sends or fetches",
        PRINT_AGAIN,
    ),
    "another file": (
        lambda: samples.with_annotation(A=samples.Dictionary(S=samples.Name.GoToR)),
        "refers to another file",
        PRINT_AGAIN,
    ),
    "a film": (lambda: samples.with_annotation(Subtype=samples.Name.RichMedia), "film", PRINT_AGAIN),
    "a broken table": (samples.broken_table, "damaged or incomplete", PRINT_AGAIN),
    "half a file": (samples.truncated, "damaged or incomplete", PRINT_AGAIN),
    "a broken page": (samples.broken_page, "Page 2: The PDF is damaged", PRINT_AGAIN),
    "no page": (lambda: samples.blank(0), "has no page", PRINT_AGAIN),
    "too many pages": (lambda: samples.blank(501), "more than 500 pages", "Divide it"),
    "a huge page": (lambda: samples.blank(1, (14400, 14400)), "larger than 1300 mm", "Set the paper size"),
    "a huge unit": (lambda: samples.blank(1, UserUnit=75), "larger than 1300 mm", "Set the paper size"),
    "a tiny page": (lambda: samples.blank(1, (10, 10)), "smaller than 20 mm", "Set the paper size"),
    "a bomb": (samples.bomb, "more memory or time", "Reduce its pictures"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("make", "what", "remedy"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_with_the_reason_and_the_remedy_and_not_kept(make, what, remedy, settings):
    with pytest.raises(Refused) as refused:
        actions.keep_pdf(make(), name="d.pdf", by=7, at=AT, field="parts.description")
    messages = [finding.message for finding in refused.value.findings]
    assert any(what in message and remedy in message for message in messages), messages
    assert {(finding.field, finding.severity) for finding in refused.value.findings} == {
        ("parts.description", "prevents")
    }
    assert not File.objects.exists()
    assert not settings.FILES_DIR.exists()


def test_a_file_over_the_limit_is_refused_by_its_size_alone(settings, monkeypatch):
    monkeypatch.setattr(apart, "run", None)
    settings.UPLOAD_LIMIT = 10_000
    with pytest.raises(Refused, match=r"has 14\.\d.KB; at most 9\.8.KB are taken"):
        inspect_pdf.inspect(samples.pdf())


def test_a_page_that_would_take_years_to_paint_is_given_up(monkeypatch):
    monkeypatch.setattr(apart, "CPU_SECONDS", 1)
    with pytest.raises(Refused, match="more memory or time"):
        inspect_pdf.inspect(samples.endless())


def test_a_worker_that_sleeps_is_given_up_too(monkeypatch):
    monkeypatch.setattr(apart, "WALL_SECONDS", 0.01)
    with pytest.raises(Refused, match="more memory or time"):
        inspect_pdf.inspect(samples.pdf())


def test_a_worker_without_memory_does_not_take_the_server_down(monkeypatch):
    monkeypatch.setattr(apart, "MEMORY_BYTES", 192 * 2**20)
    with pytest.raises(Refused, match="more memory or time"):
        inspect_pdf.inspect(samples.bomb())


def test_the_limits_hold_in_the_worker_not_in_the_server(monkeypatch):
    monkeypatch.setattr(apart, "MEMORY_BYTES", 80 * 2**20)
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(Refused, match="more memory or time"):
        inspect_pdf.inspect(samples.blank(40, (3000, 3000)))
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_worker_that_fails_by_itself_is_our_fault_and_said_so(monkeypatch):
    monkeypatch.setattr(apart, "MEMORY_BYTES", "not a number")
    with pytest.raises(RuntimeError, match="worker failed by itself"):
        inspect_pdf.inspect(samples.pdf())


def test_a_malformed_object_is_the_file_s_fault():
    with pytest.raises(Refused, match="damaged"):
        inspect_pdf.inspect(samples.blank(1, AA=5))


@pytest.mark.parametrize("harmless", [samples.opening_at_a_page, samples.pdf, samples.scanned])
def test_what_is_harmless_is_taken(harmless):
    measures = inspect_pdf.inspect(harmless())
    assert refuse.advice(measures, "x") == ()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (samples.with_link, "addresses outside"),
        (samples.with_layers, "layers"),
        (samples.with_foreign_font, "Embed all fonts"),
    ],
)
def test_what_is_better_mended_is_a_hint(make, said):
    (finding,) = refuse.advice(inspect_pdf.inspect(make()), "parts.claims")
    assert said in finding.message
    assert (finding.severity, finding.field) == ("hint", "parts.claims")


def test_every_hazard_has_its_words_in_any_language():
    codes = set(refuse._WORDS)
    with override("fr"):
        refused = refuse.hazardous([refuse.Hazard(code) for code in sorted(codes)], "f")
    assert len(refused.findings) == len(codes)
    assert not any("{" in finding.message for finding in refused.findings)


@pytest.mark.django_db
def test_a_certified_extract_is_evidence_as_it_is_and_no_part_of_an_application():
    extract = samples.carrying()
    with pytest.raises(Refused, match=r"extract\.json.*Remove the attachments"):
        actions.keep_pdf(extract, name="extract.pdf", by=7, at=AT, field="parts.description")
    kept = actions.keep_pdf(extract, name="extract.pdf", by=7, at=AT, field="file", carrying=True)
    assert kept.measures.attached == ("extract.json",)
    with pytest.raises(Refused, match="attached inside"):
        actions.keep_pdf(extract, name="extract.pdf", by=7, at=AT, field="parts.description")


@pytest.mark.parametrize(
    "attached",
    [
        {"name": "extract.exe"},
        {"media": "/application/octet-stream"},
        {"content": b"MZ\x00\x00"},
        {"content": b"\xff\xfe"},
        {"name": "page.html", "media": "/text/html"},
    ],
    ids=str,
)
def test_a_file_inside_that_is_not_plain_data_is_never_taken(attached):
    with pytest.raises(Refused, match="attached inside"):
        inspect_pdf.inspect(samples.carrying(**attached))


def test_a_signed_pdf_is_taken_as_it_is():
    assert inspect_pdf.inspect(samples.signed()).attached == ()
