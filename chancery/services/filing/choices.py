"""What the selects of the request offer: States, Offices, languages, each by its code with its name."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils import translation
from django.utils.translation import gettext as _

from chancery.treaties.pct import offices as pct_offices
from chancery.treaties.pct import states as pct_states
from chancery.treaties.pct.rule_4 import MAY_BE_EXCLUDED

Choices = list[tuple[str, str] | tuple[str, list[tuple[str, str]]]]

NOT_STATES = frozenset({"AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
REGIONAL = {
    "AP": "ARIPO",
    "EA": "Eurasian Patent Office",
    "EP": "European Patent Office",
    "GC": "GCC Patent Office",
    "IB": "International Bureau",
    "OA": "OAPI",
}
MORE_LANGUAGES = ("cs", "da", "el", "fi", "he", "hu", "it", "nl", "no", "pl", "sv", "tr", "uk", "vi")


def states() -> Choices:
    """All States by ST.3 code, the Contracting States of the PCT first."""
    names = territories(translation.get_language() or "en")
    bound = pct_states.states()
    return [
        ("", _("Choose a State")),
        (_("Contracting States"), _sorted((code, names.get(code, state.name)) for code, state in bound.items())),
        (_("Other States and territories"), _sorted(pair for pair in names.items() if pair[0] not in bound)),
    ]


def offices() -> Choices:
    """Where an earlier application can have been filed: regional Offices and the International Bureau, then States."""
    names = territories(translation.get_language() or "en")
    regional = [(code, f"{code}  {name}") for code, name in REGIONAL.items()]
    national = _sorted((code, name) for code, name in names.items())
    return [("", _("Choose an Office")), (_("Regional Offices"), [*regional]), (_("States"), national)]


def searching_authorities() -> Choices:
    found = pct_offices.searching_authorities()
    return [
        ("", _("Choose an Authority")),
        *((code, f"{code}  {dated.entries[-1].values['name']}") for code, dated in sorted(found.items())),
    ]


def languages() -> Choices:
    """Languages of publication first: an application in another one will have to be translated."""
    locale = _locale(translation.get_language() or "en")

    def named(codes: Iterable[str]) -> list[tuple[str, str]]:
        return _sorted((code, _capital(locale.languages.get(code, code))) for code in codes)

    return [
        ("", _("Choose a language")),
        (_("Languages of publication"), named(pct_offices.PUBLICATION_LANGUAGES)),
        (_("Other languages"), named(MORE_LANGUAGES)),
    ]


def languages_of_request() -> Choices:
    """The request must be in a language of publication (PCT Rule 12.1(c))."""
    offered = languages()
    return [("", _("The same as the language of filing")), offered[1]]


def languages_of_parts() -> Choices:
    """A part is in the language of the application, or in another one (PCT Rule 26.3ter)."""
    return [("", _("That of the application")), *languages()[1:]]


def contracting() -> Choices:
    """The codes of all States bound by the Treaty, with their names."""
    names = territories(translation.get_language() or "en")
    return [(code, names.get(code, state.name)) for code, state in pct_states.states().items()]


def excludable() -> Choices:
    names = territories(translation.get_language() or "en")
    return [(code, names[code]) for code in MAY_BE_EXCLUDED]


def kinds_of_person() -> Choices:
    return [("", _("Choose one")), ("natural", _("Natural person")), ("legal", _("Legal entity"))]


def kinds_of_agent() -> Choices:
    return [("agent", _("Agent")), ("common representative", _("Common representative"))]


def answers() -> Choices:
    """To a question that need not be answered."""
    return [("", _("Not said")), ("yes", _("Yes")), ("no", _("No"))]


def criteria() -> Choices:
    """What a receiving Office can ask before it restores a right of priority (PCT Rule 26bis.3(a))."""
    return [
        ("", _("Whichever the Office applies")),
        ("due care", _("Due care: the failure occurred in spite of it")),
        ("unintentional", _("The failure was unintentional")),
    ]


def ways_of_documents() -> Choices:
    """How the certified copy of an earlier application comes (PCT Rule 17.1)."""
    return [
        ("", _("Furnished later by the applicant")),
        ("enclosed", _("Enclosed")),
        ("receiving office", _("The receiving Office is asked to prepare and send it")),
        ("digital library", _("The International Bureau is asked to take it from a digital library")),
    ]


def kinds_of_parent() -> Choices:
    return [
        ("", _("Choose one")),
        ("continuation", _("Continuation")),
        ("continuation in part", _("Continuation in part")),
        ("addition", _("Addition")),
    ]


def declarations() -> Choices:
    """The five declarations of PCT Rule 4.17."""
    return [
        ("", _("Choose a declaration")),
        ("i", _("(i) the identity of the inventor")),
        ("ii", _("(ii) the applicant's entitlement to apply for and be granted a patent")),
        ("iii", _("(iii) the applicant's entitlement to claim priority of the earlier application")),
        ("iv", _("(iv) inventorship, for the United States of America")),
        ("v", _("(v) disclosures that do not prejudice novelty, and exceptions to lack of novelty")),
    ]


def codes(choices: Choices) -> set[str]:
    """Every code of a list of choices, in groups or not."""
    found: set[str] = set()
    for code, value in choices:
        found |= {code} if isinstance(value, str) else {inner for inner, _name in value}
    return found


@cache
def territories(language: str) -> dict[str, str]:
    """States and territories by two-letter code, in a language of the pages."""
    found = _locale(language).territories
    return {
        code: str(name) for code, name in found.items() if len(code) == 2 and code.isalpha() and code not in NOT_STATES
    }


def state_name(code: str) -> str:
    return territories(translation.get_language() or "en").get(code, code)


def language_name(code: str) -> str:
    return _capital(_locale(translation.get_language() or "en").languages.get(code, code))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(translation.to_locale(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sorted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: pair[1].casefold())
