"""Citations of provisions of law, found however they are written.

``PCT Rule 80.5``, ``R. 80.5 PCT``, ``rule 80.5`` and ``Rule 80.5 of the Regulations under the PCT`` name one provision;
so do ``Madrid Art. 9sexies(1)(b)`` and ``Article 9sexies (1) (b) of the Madrid Protocol``. Without the treaty a
citation names the provision of every treaty that has one of this number.
"""

import re

_LAWS = {
    "PCT": r"patent cooperation treaty|pct",
    "MADRID": "madrid",
    "HAGUE": "hague",
    "LISBON": "lisbon",
}
_KINDS = {
    "ART": r"articles?|art[ií]culo|artikel|arts?\.?|статья",
    "RULE": r"rules?|r[eè]gle|regla|regel|rr?\.?|правило",
    "AI": r"(?:administrative instructions?|a\.?i\.?)(?:,?[\s_-]*(?:section|sec\.))?|section|sec\.",
    "SCHEDULE": r"schedule(?: of fees)?,?[\s_-]*(?:item)?",
    "GUIDELINES": r"(?:ro |receiving office )?guidelines",
    "FORM": r"form",
}
"""By the word that stands in a key, in upper case; the rule and the article also in other languages of the treaties."""

_SUFFIX = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)"
_LEVEL = rf"\((?:\d{{1,2}}{_SUFFIX}?|[ivx]{{1,5}}|[a-z](?:[\s-]?{_SUFFIX})?)\)"
_OF_ACT = r"[\s-]?\((?:19|20)\d\d\)"
_FORM = r"[a-z]{2,4}[/_]\d{3}"
_PLACE = rf"\d{{1,4}}{_SUFFIX}?(?:\.\d{{1,3}}{_SUFFIX}?)*(?:\s?{_LEVEL})*(?:{_OF_ACT})?|{_FORM}"
_ACT = r"(?:\s+(?:treaty|protocol|agreement|system|geneva act|regulations))?"


def _named(group: str, spellings: dict[str, str]) -> str:
    return "|".join(rf"(?P<{group}_{name}>{spelling})" for name, spelling in spellings.items())


_LAW_FIRST = rf"(?:{_named('law', _LAWS)}){_ACT}[\s,_/-]*(?:{_named('kind', _KINDS)})[\s_-]*(?P<place>{_PLACE})"
_LAW_LAST = (
    rf"(?:{_named('kind', _KINDS)})\s*(?P<place>{_PLACE})"
    rf",?\s+(?:of |du |del |der )?(?:the )?(?:regulations under (?:the )?)?(?:{_named('law', _LAWS)}){_ACT}"
)
_NO_LAW = (
    r"(?:(?P<kind_ART>articles?|arts?\.|arts?(?=\s*\d+[a-z]*\())|(?P<kind_RULE>rules?|r\.?(?=\s*\d+[a-z]*\.\d))"
    r"|(?P<kind_AI>administrative instructions? section)"
    rf"|(?P<kind_SCHEDULE>schedule of fees,? item))\s*(?P<place>{_PLACE})"
)
_INNERMOST = re.compile(r"\s?\([^()]*\)$|\.[^.()]+$")
_WHOLE = tuple(re.compile(form, re.IGNORECASE) for form in (_LAW_FIRST, _LAW_LAST, _NO_LAW))
_STANDING = tuple(re.compile(rf"(?:{form.pattern})(?![^\s()\"^])", re.IGNORECASE) for form in _WHOLE)
_BEGINS = re.compile(r"pct|pat|mad|hag|lis|art|r|sec|sch|adm|a\.?i|gui|form|ста|пра", re.IGNORECASE)
"""What nearly every number and word is told apart by, at once."""


def read(text: str) -> tuple[str, str] | None:
    """Treaty (empty when not written) and provision, each in one spelling; None for text that is no citation."""
    found = next((match for form in _WHOLE if (match := form.fullmatch(text))), None) if _BEGINS.match(text) else None
    if found is None:
        return None
    place = re.sub(r"[\s_/-]", "", found["place"]).upper()
    return _meant(found, "law"), _meant(found, "kind") + place


def around(text: str) -> str:
    """The citation of the provision around one: Rule 26.2 for Rule 26.2(a); empty where none is around it."""
    found = next((match for form in _WHOLE if (match := form.fullmatch(text))), None)
    if found is None:
        return ""
    shorter = _INNERMOST.sub("", found["place"])
    return text[: found.start("place")] + shorter + text[found.end("place") :] if shorter != found["place"] else ""


def find(text: str, start: int) -> int | None:
    """Where a citation that begins at ``start`` ends, when its spelling leaves no doubt that it is one."""
    if not _BEGINS.match(text, start):
        return None
    return max((match.end() for form in _STANDING if (match := form.match(text, start))), default=None)


def _meant(found: re.Match[str], group: str) -> str:
    named = (name for name, value in found.groupdict().items() if value and name.startswith(group))
    return next((name.removeprefix(f"{group}_") for name in named), "")
