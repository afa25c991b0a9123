"""The demo office's records: complete, small, valid, and nobody's name in them."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from chancery.records.register.citing import is_number
from chancery.site.demo import compile as compiler
from chancery.site.demo import records
from chancery.site.demo.facts import COLLECTIONS, Record, faults, iso, shaped
from chancery.site.demo.names import is_organisation
from chancery.site.demo.sources import decisions, indications, patents

SHARED = Path(__file__).parents[4] / "shared/data"
CEILING = 15 * 1024 * 1024
FORBIDDEN = {
    "abstract",
    "inventor",
    "inventors",
    "designer",
    "representative",
    "panelist",
    "panelists",
    "complainant",
    "respondent",
    "registrar",
    "outcome",
    "goods",
    "services",
    "goods_services",
    "image",
    "text",
    "description",
    "claims",
    "email",
    "address",
}
SURNAME_AND_GIVEN_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+, [A-ZÀ-Þ][a-zß-ÿ]+( [A-ZÀ-Þ]\.?)*")


@pytest.fixture(scope="module")
def everything():
    return list(records.read())


def keys_of(value):
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def sample(**changes):
    facts = {"office": "WO", "number": "WO 2002/014184", "titles": {"en": "Pizza separator"}, "status": "published"}
    return Record("patents", "WO2002014184", facts | changes, "patentscope")


def test_every_collection_has_as_many_records_as_its_source_allows():
    counts = records.counts()
    assert tuple(counts) == COLLECTIONS
    assert 9_900 <= counts["patents"] <= 10_100
    assert (counts["marks"], counts["designs"], counts["indications"]) == (781, 301, 3_715)
    assert 250 <= counts["decisions"] <= 326
    assert records.count() == sum(counts.values())


def test_reading_gives_what_counting_counts(everything):
    assert len(everything) == records.count()


def test_all_files_together_stay_under_the_ceiling():
    assert 0 < sum(path.stat().st_size for path in records.DATA.iterdir()) <= CEILING


def test_every_record_is_valid(everything):
    named = {title: short for short, title in records.SOURCES.items()}
    wrong = [(key, why) for c, key, facts, s in everything if (why := faults(Record(c, key, facts, named[s])))]
    assert wrong == []


def test_a_key_occurs_once_in_its_collection(everything):
    keys = [(collection, key) for collection, key, _, _ in everything]
    assert len(set(keys)) == len(keys)


def test_no_record_has_a_field_for_texts_or_persons(everything):
    used = set().union(*(keys_of(facts) for _, _, facts, _ in everything))
    assert used & FORBIDDEN == set()


def test_no_applicant_reads_like_a_person(everything):
    names = {name for c, _, facts, _ in everything if c == "patents" for name in facts.get("names", ())}
    assert len(names) > 2_000
    persons = [n for n in names if not is_organisation(n) or SURNAME_AND_GIVEN_NAME.fullmatch(n)]
    firms = ("Inc", "Corp", "Corporation", "Incorporated", "Limited", "Ltd", "Cooperative")
    assert [n for n in persons if not n.endswith(firms)] == []


def test_a_dispute_names_no_party_and_no_outcome(everything):
    for collection, _, facts, _ in everything:
        if collection == "decisions":
            assert set(facts) <= {"number", "kind", "titles", "names", "dates", "status", "more"}
            assert set(facts["more"]) == {"provider", "domains"}


def test_publication_dates_stand_on_the_weekday_on_which_the_uspto_publishes(everything):
    days = {iso_weekday(facts["dates"]["published"], facts) for c, _, facts, _ in everything if c == "patents"}
    assert days <= {(True, 1), (False, 3), None}


def iso_weekday(day, facts):
    """(granted, weekday) of a US publication since 1950; None for other offices."""
    if facts["office"] != "US" or day < "1950":
        return None
    return facts["status"] == "granted", date.fromisoformat(day).weekday()


def test_names_in_native_scripts_are_there(everything):
    feta = [facts for c, _, facts, _ in everything if c == "indications" and "Feta" in facts["names"]]
    assert [(f["names"], f["country"], f["kind"]) for f in feta] == [(["Φέτα", "Feta"], "GR", "PDO")]


def test_the_provenance_tells_the_counts():
    told = (records.DATA / "PROVENANCE.md").read_text()
    for collection, count in records.counts().items():
        assert f"{collection}.jsonl.zst" in told
        assert f"{count:,}" in told


@pytest.mark.parametrize(
    "name",
    [
        "PIZZA HUT, INC.", "FRISCO-FINDUS AG", "EHRNO FLEXIBLE A/S", "BERTAGNI 1882 S P A", "LALLEMAND S.A.",
        "NESTEC SA", "Kalle GmbH", "OKUMURA SHOKKEN:KK", "Tianjin University", "Institut Pasteur", "Telia AB",
        "LeSaffre et Compagnie", "GRACE W R & CO", "VISY BOARD PROPERTIES PTY. LTD.", "Société Nestlé S.A.",
        "KONINKLIJKE COÖPERATIE COSUN U.A.", "STARSTATUS TRADING INTERNACIONAL LDA.", "MINISTRY OF AGRICULTURE",
        "CENTROTHERM ELEKTRISCHE ANLAGEN GMBH & CO.", "INT PAPER CO",
    ],
)  # fmt: skip
def test_an_organisation_is_known_by_its_words(name):
    assert is_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "CASTIGLIONI, CARLO", "FOURNIER ROBERT L", "Sanchez Zarzoso Maria Isabel", "MARIA DE SA", "SILVA, João Sa",
        "JOHN CO", "Mooney Sean S. A.", "COUNCIL, THOMAS G.", "Corp David O.", "MULLER", "SA", "Inc", "",
        "Smith Family Trust", "Jane Doe d/b/a Doe Bakery Inc.", "Mapco Ltd. c/o Haim Efrima", "Hans Müller e.K.",
        "?????? CO LTD", "Jos_ Ltd", "J.-F. Taralt", "Morgan Stanley", "DANI\x8aMANLIK LIMITED",
    ],
)  # fmt: skip
def test_what_may_be_a_person_is_left_out(name):
    assert not is_organisation(name)


def test_an_applicant_who_is_also_the_inventor_is_left_out():
    assert patents.organisations(["Kalle GmbH", "Danisco A/S"], ["GmbH Kalle"]) == ["Danisco A/S"]


def test_spellings_of_one_applicant_are_one():
    assert patents.organisations(["T-Mobile USA, Inc.", "T-Mobile USA Inc."]) == ["T-Mobile USA, Inc."]


@pytest.mark.parametrize(
    ("raw", "printed", "key"),
    [
        ("US20090208610", "US 2009/0208610", "US20090208610"),
        ("US08365981", "US 8365981", "US8365981"),
        ("USRE033508", "US RE33508", "USRE33508"),
        ("WO2002014184", "WO 2002/014184", "WO2002014184"),
        ("EP0471095", "EP 0471095", "EP0471095"),
        ("kr1020010067590", "KR 1020010067590", "KR1020010067590"),
        ("DE000019826114", "DE 19826114", "DE19826114"),
        ("za1998/04456", "ZA 1998/04456", "ZA1998-04456"),
        ("mxPA/a/2005/008192", "MX PA/a/2005/008192", "MXPA-a-2005-008192"),
    ],
)
def test_numbers_are_written_as_printed(raw, printed, key):
    assert patents.number(raw) == (printed[:2], printed, key)


def test_ipc_symbols_are_kept_once_in_order_and_what_is_no_symbol_goes():
    raw = [
        "A23L 1/16",
        "A21D 13/00",
        "A23L 1/16",
        "H04M 3/42 20060101AFI20060101BHEP",
        "AB 1/2",
        "A21D",
        "A47J 37//07",
        "",
    ]
    assert patents.ipc(raw) == ["A23L 1/16", "A21D 13/00", "H04M 3/42", "A21D"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("November 17, 2014", "2014-11-17"),
        ("15th August 2023", "2023-08-15"),
        ("9 May, 2013", "2013-05-09"),
        ("September 1，2011", "2011-09-01"),
        ("2024-03-14 09:39:55", "2024-03-14"),
        ("04-09-2008", ""),
        ("06/12/2000", ""),
        ("February 30, 2004", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_only_when_it_has_one_meaning(text, day):
    assert decisions.day_of(text) == day


@pytest.mark.parametrize(
    ("head", "domains"),
    [
        ("The disputed domain name <otwire.com> is registered with eNom.", ["otwire.com"]),
        (
            "The domain names at issue are <a-b.com>, <WWW.c.net> and <d.co>, registered with Rebel.com",
            ["a-b.com", "c.net", "d.co"],
        ),
        ("Domain Name: uspoloassn-kids.com\nRegistrar: ALIBABA.COM LTD\n", ["uspoloassn-kids.com"]),
        ("Domain names: a.com, rot\nhysuae.com\nRegistrar: X\n", []),
        ("Registrar: GoDaddy.com", []),
    ],
)
def test_disputed_domains_are_read_whole_or_not_at_all(head, domains):
    assert decisions.disputed_domains(head + "\n1. Procedural History\nSee <other.org>.") == domains


def test_a_domain_that_may_name_a_party_is_noticed():
    assert decisions.names_a_person(["janedoe.com"], "Jane Doe", "Example Domains LLC")
    assert not decisions.names_a_person(["pizzahut.com"], "Pizza Hut, Inc.", "Jane Doe")


def test_the_forms_of_a_name_are_told_apart():
    assert indications.forms("Φέτα / Feta") == ["Φέτα", "Feta"]
    assert indications.forms("Перла (Ракия / Сливен) / Perla") == ["Перла (Ракия / Сливен) / Perla"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"office": "ZZ"}, "office or country not in ST.3"),
        ({"titles": {"en": " "}}, "bad title"),
        ({"titles": {"en": "f\ufffdr"}}, "bad title"),
        ({"dates": {"published": "2014-02-30"}}, "bad date"),
        ({"dates": {"published": "1066-10-14"}}, "bad date"),
        ({"dates": {"priority": "2014-02-03", "published": "2013-02-03"}}, "dates out of order"),
        ({"classes": {"ipc": ["Z99Z 1/00"]}}, "bad class symbol"),
        ({"classes": {"ipc": ["A21D 13/00", "A21D 13/00"]}}, "bad class symbol"),
        ({"status": "famous"}, "unknown status"),
        ({"inventors": ["X"]}, "unknown field"),
        ({"names": []}, "empty field"),
        ({"names": ["FOURNIER ROBERT L"]}, "a name that may be a person's"),
    ],
)
def test_a_faulty_record_is_refused(changes, fault):
    assert faults(sample()) == []
    assert fault in faults(sample(**changes))


def test_there_is_no_such_day():
    assert (iso("2014", "2", "28"), iso("2014", "2", "30")) == ("2014-02-28", "")


def test_what_is_empty_is_absent():
    assert shaped(number="1", kind="", titles={}, dates={"filed": "", "status": "x"}) == {
        "number": "1",
        "dates": {"status": "x"},
    }


def test_documents_cited_are_patent_documents_by_number_and_nothing_else(everything):
    told = [one for _, _, facts, _ in everything for one in facts.get("more", {}).get("citations", ())]
    assert len(told) == 1280
    assert {name for one in told for name in one} == {"document", "published", "by"}
    assert all(is_number(one["document"]) for one in told)
    assert {one.get("by", "") for one in told} <= {"", "examiner", "applicant"}


CITATION = """<x><patcit num="1"><document-id><country>US</country><doc-number>2003/0076485</doc-number><kind>A1</kind>
<name>Small</name><date>20030400</date></document-id></patcit><category>cited by applicant</category></x>"""


def test_what_a_grant_cites_is_read_without_the_names():
    read = patents._citation(ET.fromstring(CITATION))  # noqa: S314 - our own text
    assert read == {"document": "US 2003/0076485 A1", "published": "2003-04", "by": "applicant"}
    later = CITATION.replace("20030400", "20030415").replace("applicant", "other")
    assert patents._citation(ET.fromstring(later)) == {"document": "US 2003/0076485 A1", "published": "2003-04-15"}  # noqa: S314
    assert patents._citation(ET.fromstring(CITATION.replace(">US<", ">QQ<"))) == {}  # noqa: S314


def test_a_missing_folder_is_told_with_the_remedy(tmp_path, capsys):
    assert compiler.main([str(tmp_path)]) == 2
    assert "SHARED_DIR" in capsys.readouterr().out


@pytest.mark.shared
def test_compiling_again_gives_the_same_bytes(tmp_path):
    outcomes = compiler.compile_all(SHARED, tmp_path)
    assert {name: o.kept for name, o in outcomes.items()} == records.counts()
    for name in COLLECTIONS:
        assert records.path_of(name, tmp_path).read_bytes() == records.path_of(name).read_bytes()


@pytest.mark.shared
def test_no_inventor_and_no_party_of_the_sources_is_in_the_records(everything):
    told = {name.casefold() for c, _, facts, _ in everything if c == "patents" for name in facts.get("names", ())}
    entries = json.loads((SHARED / "patents/uspto_json/biblio.json").read_text())["patents"]
    inventors = {e["inventorsShort"].removesuffix(" et al.").casefold() for e in entries if e["inventorsShort"]}
    assert len(inventors) > 100
    assert told & inventors == set()
