"""How provisions of law are found: by their citation, their treaty, their kind, how sure their words are."""

import pytest

from chancery.finder import Document, parse
from chancery.finder.tests.records import RECORDS, found, keys

PROVISIONS = (
    Document(
        collection="laws",
        key="pct-rule-80.5",
        number="PCT Rule 80.5",
        classes={"treaty": ("PCT Regulations",)},
        titles={"en": "A time limit that ends on a holiday ends on the next working day."},
        status="rule",
        kind="rule",
    ),
    Document(
        collection="laws",
        key="madrid-art-11(2)",
        number="Madrid Art. 11(2)",
        numbers=("Madrid Art. 11",),
        classes={"treaty": ("Madrid Protocol",)},
        titles={"en": "Tasks of the Director General"},
        status="unverified",
        kind="article",
    ),
)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("R. 80.5 PCT", PROVISIONS[:1]),
        ("Rule 80.5", PROVISIONS[:1]),
        ("Madrid Rule 80.5", ()),
        ("Article 11 (2)", PROVISIONS[1:]),
        ("Madrid Art. 11", PROVISIONS[1:]),
        ("Art. 11(1)", ()),
        ("number:112", ()),
        ("provision:pct-rule-80.5", PROVISIONS[:1]),
        ("treaty:pct", PROVISIONS[:1]),
        ('treaty:"Madrid Protocol"', PROVISIONS[1:]),
        ("treaty:m*", PROVISIONS[1:]),
        ("kind:rule", PROVISIONS[:1]),
        ("status:unverified", PROVISIONS[1:]),
    ],
)
def test_a_provision_of_law_is_found_by_its_citation_and_treaty(engine, text, documents):
    with engine.writing() as writer:
        writer.add((*RECORDS, *PROVISIONS))
    assert keys(engine, text) == found(*documents)
    if documents:
        assert ("treaty:pct", 1) in engine.search(parse("*"), facets=("class",)).facets["class"]
