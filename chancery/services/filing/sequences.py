"""A sequence listing after WIPO Standard ST.26, read just far enough to know that it is one.

What is checked: that it is well-formed XML in UTF-8, its root, its DTD version, and that it counts its sequences
rightly. The sequences themselves are not checked here; the searching Authority does that (PCT Rule 13ter.1).
"""

from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat

from django.utils.translation import gettext as _

from chancery.core.refusal import Refused

XML = "application/xml"
ROOT = "ST26SequenceListing"
STANDARD = "PCT Rule 5.2(a)"


@dataclass
class Listing:
    """What stands at the head of a listing: ``version`` as in the file ("V1_3"), and how many sequences it has."""

    root: str = ""
    version: str = ""
    sequences: int = 0
    said: str = ""  # SequenceTotalQuantity, as written


class _NotOne(ValueError):
    """Raised while reading; the message says why the file is not taken."""


def read(data: bytes, *, field: str) -> Listing:
    """The head of a listing. Raises `Refused` with the reason for ``field``."""
    try:
        listing = _Reader().read(data)
        _judge(listing)
    except _NotOne as reason:
        raise Refused.because(str(reason), cites=STANDARD, field=field) from None
    except expat.ExpatError as error:
        message = _("This is not well-formed XML (line {line}, column {column}). Export the listing again.")
        where = message.format(line=error.lineno, column=error.offset + 1)
        raise Refused.because(where, cites=STANDARD, field=field) from None
    return listing


def _judge(listing: Listing) -> None:
    if not listing.version:
        raise _NotOne(_("The listing does not say which version of the DTD it follows (dtdVersion)."))
    if listing.said != str(listing.sequences):
        message = _("The listing says it has {said} sequences, but {found} stand in it.")
        raise _NotOne(message.format(said=listing.said or "0", found=listing.sequences))


class _Reader:
    """Listens to the parser. Entities are refused before they are read: a small file must not become a large one."""

    def __init__(self) -> None:
        self.listing = Listing()
        self._counting = False

    def read(self, data: bytes) -> Listing:
        parser = expat.ParserCreate()
        parser.XmlDeclHandler = self._declared
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._starts
        parser.EndElementHandler = self._ends
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        return self.listing

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.upper() != "UTF-8":
            raise _NotOne(_("The listing is in {encoding}; ST.26 wants UTF-8.").format(encoding=encoding))

    def _entity(self, *_ignored: object) -> NoReturn:
        raise _NotOne(_("The listing defines entities of its own. ST.26 allows only those of XML itself."))

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        if not self.listing.root:
            self._root(name, attributes)
        if name == "SequenceData":
            self.listing.sequences += 1
        self._counting = name == "SequenceTotalQuantity"

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        if name != ROOT:
            message = _("This XML file is not a sequence listing: it begins with “{name}”, not with “{root}”.")
            raise _NotOne(message.format(name=name[:60], root=ROOT))
        self.listing.root = name
        self.listing.version = attributes.get("dtdVersion", "")

    def _ends(self, _name: str) -> None:
        self._counting = False

    def _text(self, text: str) -> None:
        if self._counting:
            self.listing.said += text.strip()
