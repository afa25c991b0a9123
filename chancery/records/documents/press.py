"""The press: Typst templates and plain data in, PDF out; the same data give the same bytes, on any day.

What comes out can be archived (PDF/A-2b; with a file in it PDF/A-3b) and read aloud (PDF/UA-1).
"""

import json
import logging
import re
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

import chancery

ROOT = Path(chancery.__file__).parent
"""What templates may read. One imports the letter style as ``/records/documents/typst/letter.typ``."""

_UNDISPLAYABLE = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.+?)"`', re.DOTALL)

_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

_log = logging.getLogger(__name__)
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """One compiler for the process: it has read the fonts. The machine's own serve where ours lack a letter."""
    fonts = [str(settings.FONT_DIR)] if Path(settings.FONT_DIR).is_dir() else []
    return typst.Compiler(root=str(ROOT), font_paths=fonts, ignore_system_fonts=False)


def typeset(template: Path, data: Mapping[str, Any], *, at: datetime, carries: bool = False) -> bytes:
    """Set a template. It finds ``data`` as ``json(bytes(sys.inputs.data))``: always as text, never as markup.

    ``at`` is the document's date. ``carries``: the template attaches a file. A letter for which no font has a shape is
    set as its code (``[U+738B]``): exact, if unbeautiful, where a box would say nothing. Raises `typst.TypstError` when
    the template itself is wrong.
    """
    absent: list[str] = []
    while True:
        try:
            pdf = _compile(template, data, at, carries=carries)
        except typst.TypstError as error:
            letters = _undisplayable(error)
            if letters is None or letters in absent:
                raise
            data = _spelt_out(data, letters)
            absent.append(letters)
        else:
            if absent:
                _log.warning("No font has %r. Put one that has into %s.", "".join(absent), settings.FONT_DIR)
            return pdf


def _compile(template: Path, data: Mapping[str, Any], at: datetime, *, carries: bool) -> bytes:
    with _lock:
        pdf = _compiler().compile(
            input=str(template),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["a-3b" if carries else "a-2b", "ua-1"],  # typst refuses to make what would not be both
            timestamp=int(at.timestamp()),
        )
    assert isinstance(pdf, bytes)
    return pdf


def _undisplayable(error: typst.TypstError) -> str | None:
    r"""The letters over which Typst stumbled, when that is what it says; it quotes them as Rust does (``\u{7}``)."""
    found = _UNDISPLAYABLE.search(str(error))
    return found and _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])


def _spelt_out(data: Any, letters: str) -> Any:
    """The same data with the letters' codes in their place."""
    if isinstance(data, str):
        return data.replace(letters, "".join(f"[U+{ord(letter):04X}]" for letter in letters))
    if isinstance(data, Mapping):
        return {key: _spelt_out(value, letters) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_spelt_out(value, letters) for value in data]
    return data
