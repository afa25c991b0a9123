"""Reads a listing from its XML, in one pass. No entity is ever resolved, and nothing outside the file is read."""

from dataclasses import dataclass, field
from typing import Literal, NoReturn
from xml.parsers import expat

from chancery.standards.st26 import structure
from chancery.standards.st26.listing import Doctype, Feature, Identified, Listing, Named, Qualifier, Sequence

Reason = Literal["not xml", "encoding", "entities", "root", "depth"]
DEEPEST = 40
"""No listing nests as deep; whatever does is not read on."""
MOST_FAULTS = 200


class NotAListing(ValueError):
    """The file cannot be read as a listing. ``why`` says in which way, ``details`` what was found."""

    def __init__(self, why: Reason, **details: str | int) -> None:
        self.why, self.details = why, details
        super().__init__(f"{why}: {details}")


@dataclass(slots=True)
class _Node:
    """An element while it is being read."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["_Node"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def first(self, name: str) -> "_Node | None":
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list["_Node"]:
        return [child for child in self.children if child.name == name]

    def said(self, name: str) -> str:
        """The text of the first child of this name, without the space around it; empty where there is none."""
        child = self.first(name)
        return child.text.strip() if child else ""


def read(data: bytes) -> Listing:
    """The listing in a file. Raises `NotAListing` where there is none; faults against the DTD stand in it."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._open: list[_Node] = []
        self._sequences: list[Sequence] = []
        self._faults: list[str] = []
        self._declared, self._encoding = False, ""
        self._doctype: Doctype | None = None
        self._root: _Node | None = None

    def read(self, data: bytes) -> Listing:
        parser = self._parser
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declares
        parser.StartDoctypeDeclHandler = self._doctypes
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._entity
        parser.StartElementHandler = self._starts
        parser.EndElementHandler = self._ends
        parser.CharacterDataHandler = self._texts
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotAListing("encoding", encoding="UTF-16")
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise NotAListing("not xml", line=error.lineno, column=error.offset + 1) from None
        assert self._root is not None  # a document without a root is not well-formed
        return self._listing(self._root)

    def _declares(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._declared, self._encoding = True, encoding or ""
        if encoding and encoding.upper() != "UTF-8":
            raise NotAListing("encoding", encoding=encoding[:40])

    def _doctypes(self, root: str, system: str | None, public: str | None, has_subset: int) -> None:
        self._doctype = Doctype(root, public or "", system or "")
        if has_subset:
            self._fault("The DOCTYPE declaration has declarations of its own; it only names the DTD.")

    def _entity(self, *_ignored: object) -> NoReturn:
        raise NotAListing("entities")

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != structure.ROOT:
            raise NotAListing("root", name=name[:60])
        if len(self._open) >= DEEPEST:
            raise NotAListing("depth", line=self._parser.CurrentLineNumber)
        self._open.append(_Node(name, attributes, self._parser.CurrentLineNumber))

    def _texts(self, text: str) -> None:
        self._open[-1].pieces.append(text)

    def _ends(self, _name: str) -> None:
        node = self._open.pop()
        inside = [child.name for child in node.children]
        for fault in structure.faults(node.name, node.attributes, inside, text=node.text):
            self._fault(f"Line {node.line}: {fault}")
        if node.name == "SequenceData":
            self._sequences.append(_sequence(node))
            node.children.clear()  # a listing can have a hundred thousand of them
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node

    def _fault(self, fault: str) -> None:
        if len(self._faults) < MOST_FAULTS:
            self._faults.append(fault)

    def _listing(self, root: _Node) -> Listing:
        return Listing(
            declared=self._declared,
            encoding=self._encoding,
            doctype=self._doctype,
            attributes=root.attributes,
            file_reference=root.said("ApplicantFileReference"),
            application=_identified(root.first("ApplicationIdentification")),
            priority=_identified(root.first("EarliestPriorityApplicationIdentification")),
            applicants=_named(root, "ApplicantName"),
            applicant_latin=root.said("ApplicantNameLatin"),
            inventors=_named(root, "InventorName"),
            inventor_latin=root.said("InventorNameLatin"),
            titles=_named(root, "InventionTitle"),
            total=root.said("SequenceTotalQuantity"),
            sequences=tuple(self._sequences),
            faults=tuple(self._faults),
        )


def _named(root: _Node, name: str) -> tuple[Named, ...]:
    return tuple(Named(one.text.strip(), one.attributes.get("languageCode", "")) for one in root.all(name))


def _identified(node: _Node | None) -> Identified | None:
    if node is None:
        return None
    return Identified(node.said("IPOfficeCode"), node.said("ApplicationNumberText"), node.said("FilingDate"))


def _sequence(node: _Node) -> Sequence:
    inner = node.first("INSDSeq") or node
    table, residues = inner.first("INSDSeq_feature-table"), inner.first("INSDSeq_sequence")
    return Sequence(
        line=node.line,
        number=node.attributes.get("sequenceIDNumber", "").strip(),
        length=inner.said("INSDSeq_length"),
        molecule=inner.said("INSDSeq_moltype"),
        division=inner.said("INSDSeq_division"),
        residues=residues.text if residues else "",
        features=None if table is None else tuple(_feature(one) for one in table.all("INSDFeature")),
    )


def _feature(node: _Node) -> Feature:
    holder = node.first("INSDFeature_quals")
    found = tuple(_qualifier(one) for one in holder.all("INSDQualifier")) if holder else ()
    return Feature(node.said("INSDFeature_key"), node.said("INSDFeature_location"), found)


def _qualifier(node: _Node) -> Qualifier:
    value, other = node.first("INSDQualifier_value"), node.first("NonEnglishQualifier_value")
    return Qualifier(
        node.said("INSDQualifier_name"),
        value.text.strip() if value else None,
        other.text.strip() if other else None,
    )
