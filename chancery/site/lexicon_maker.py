"""Collects the fixed sentences that are written where no gettext is, and lists them for the translators.

``python -m chancery.site.lexicon_maker`` writes the modules of ``lexicon/``; ``python -m django makemessages`` does so
first.
"""

import ast
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings

from chancery.core.personal import Field

LEXICON = Path(__file__).with_name("lexicon")
WIDTH = 120
SYSTEMS = ("madrid", "hague", "lisbon")
NO_WIDTH = "\n# ruff: noqa: E501\n"
HEAD = '''"""Texts for the translators, written by ``python -m chancery.site.lexicon_maker``. Do not edit."""
{ruff}
from django.utils.translation import gettext_noop

WORDS = (
'''


def main() -> None:
    django.setup()
    for path, text in modules().items():
        path.write_text(text, "utf-8")


def modules() -> dict[Path, str]:
    """The modules as they should be: each text once, in alphabetical order."""
    return {LEXICON / f"{name}.py": _module(texts) for name, texts in _kinds().items()}


def sentences() -> set[str]:
    """Every text that is listed."""
    return {text for texts in _kinds().values() for text in texts} - {""}


def _kinds() -> dict[str, Iterator[str]]:
    return {
        "rules": _of_rules(),
        "time_limits": _of_time_limits(),
        "acts": _of_acts(),
        "forms": _of_forms(),
        "fees": _of_fees(),
        "finder": _of_the_finder(),
        "declarations": _of_the_declarations(),
        "purposes": _of_the_purposes(),
        "standards": _of_the_standards(),
        **{treaty: _of_registrations(treaty) for treaty in SYSTEMS},
        **{f"{treaty}_acts": _of_acts_of_registrations(treaty) for treaty in SYSTEMS},
        **{name: _of_a_classification(name) for name in ("nice", "locarno", "vienna")},
    }


def _module(texts: Iterable[str]) -> str:
    lines = "".join(_line(one) for one in sorted(set(texts) - {""}))
    long = any(len(line) > WIDTH for line in lines.splitlines())
    return f"{HEAD.format(ruff=NO_WIDTH if long else '')}{lines})\n"


def _of_rules() -> Iterator[str]:
    from chancery.treaties import pct

    for rule in pct.RULES:
        yield from (rule.message, rule.more)


def _of_the_standards() -> Iterator[str]:
    from chancery.standards import st26

    for rule in st26.RULES:
        yield from (rule.message, rule.more)


def _of_registrations(name: str) -> Iterator[str]:
    """One system of registrations: rules, limits, statuses, states, forms, fees."""
    treaty = import_module(f"chancery.treaties.{name}")
    yield from (text for rule in treaty.RULES for text in (rule.message, rule.more))
    for limit in treaty.LIMITS:
        yield from (limit.act, limit.actor, limit.relief, limit.consequence)
    yield from (status.label for status in (*treaty.STATUSES, *getattr(treaty, "PARTY_STATUSES", ())))
    yield from (effect.title for effect in treaty.EFFECTS.values())
    yield from (state.says for state in treaty.State)
    yield from (form.title for form in treaty.forms().values())
    folder = settings.ROOT / "chancery/treaties" / name
    yield from _spoken(folder, {"Fee": ("label",), "_later": (1,)}, variable="label")


def _of_acts_of_registrations(name: str) -> Iterator[str]:
    """What may be done in one system, and what can stand against it."""
    treaty = import_module(f"chancery.treaties.{name}")
    yield from (text for act in treaty.ACTS for text in (act.title, act.says, act.who, act.at))
    yield from (bar.message for bar in treaty.BARS)
    yield getattr(import_module(f"chancery.treaties.{name}.acts"), "NOT_ASKED", "")


def _of_a_classification(name: str) -> Iterator[str]:
    classification = import_module(f"chancery.treaties.{name}").classification()
    yield from (heading.title for heading in classification.headings)
    yield from (text for move in classification.moves for text in (move.what, move.note))
    yield classification.missing


def _of_time_limits() -> Iterator[str]:
    from chancery.treaties import pct

    for limit in pct.LIMITS:
        yield from (limit.act, limit.actor, limit.relief, limit.in_time_until, limit.consequence)
    yield from (status.label for status in pct.STATUSES)
    yield from (event.title for event in pct.case_events().values())


def _of_acts() -> Iterator[str]:
    from chancery.treaties import pct
    from chancery.treaties.pct.acts import OVER, graces
    from chancery.treaties.pct.signing import ALL_SIGN, ONE_SIGNS, POWER, REPRESENTATIVE_SIGNS

    for act in pct.ACTS:
        yield from (act.title, act.says)
    yield from (bar.message for bar in pct.BARS)
    yield from graces()
    yield from (OVER, ALL_SIGN, ONE_SIGNS, REPRESENTATIVE_SIGNS, POWER)


def _of_forms() -> Iterator[str]:
    from chancery.treaties import pct

    for form in pct.forms().values():
        yield from (form.called, form.issuer)


def _of_fees() -> Iterator[str]:
    from chancery.treaties.pct.costs_tables import schedules

    yield from _spoken(settings.ROOT / "chancery/treaties/pct", {"Fee": ("label",)}, variable="label")
    yield from (fee.label for schedule in schedules().values() for fee in schedule.fees)


def _of_the_finder() -> Iterator[str]:
    from chancery.finder import pictures, similar
    from chancery.finder.dialects import cql_terms, google, lucene, rsql, uspto
    from chancery.finder.errors import FAULTS
    from chancery.finder.explain import MEANINGS
    from chancery.finder.fields import FIELDS, LACKING
    from chancery.finder.writing import LOSSES

    yield from (text for fault in FAULTS.values() for text in fault)
    yield from (*MEANINGS.values(), *LOSSES.values(), *LACKING.values())
    yield from (field.label for field in FIELDS)
    for dialect in (cql_terms, google, lucene, rsql, uspto):
        yield from dialect.NAMES.missing.values()
    for likeness in (similar, pictures):
        yield from likeness.REASONS.values()
        yield from (text for part in likeness.RECIPE for text in (part.label, part.measures))


def _spoken(folder: Path, calls: dict[str, tuple[int | str, ...]], *, variable: str) -> Iterator[str]:
    """Literal texts handed to these calls (by position or name), or first put in the variable of that name."""
    for path in sorted(folder.rglob("*.py")):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls:
                yield from _texts(_arguments(node, calls[node.func.id]))
            elif isinstance(node, ast.Assign):
                yield from _texts(_assigned(node, variable))


def _arguments(call: ast.Call, wanted: tuple[int | str, ...]) -> Iterator[ast.expr]:
    yield from (value for place, value in enumerate(call.args) if place in wanted)
    yield from (keyword.value for keyword in call.keywords if keyword.arg in wanted)


def _assigned(node: ast.Assign, variable: str) -> Iterator[ast.expr]:
    """``label = "…"``, also within ``label, cites = "…", "…"``."""
    for target in node.targets:
        for name, value in zip(_members(target), _members(node.value), strict=False):
            if isinstance(name, ast.Name) and name.id == variable:
                yield value


def _members(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _texts(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _of_the_declarations() -> Iterator[str]:
    """The privacy notice: rooms, tables, stores, periods, readers, cookies."""
    from chancery.core.personal import Basis, Disposal, Subject
    from chancery.records.privacy.notice import Office, notice
    from chancery.site.stores import STORES
    from chancery.site.wiring import COOKIES, HOLDINGS

    yield from (one.value for one in (*Basis, *Disposal, *Subject))
    for room in notice(HOLDINGS, office=Office(name="", contact="")).rooms:
        yield from filter(None, (room.title, room.purpose))
    yield from (holding.what for holding in HOLDINGS)
    yield from (store.what for store in STORES)
    for terms in _terms():
        yield from (terms.keep.words, *terms.recipients)
    for cookie in COOKIES:
        yield from (cookie.purpose, cookie.lifetime, cookie.when, cookie.stops)


def _of_the_purposes() -> Iterator[str]:
    """What each piece of data is kept for."""
    yield from (terms.purpose for terms in _terms())


def _terms() -> Iterator[Field]:
    """The terms of every declared field and store."""
    from chancery.site.stores import STORES
    from chancery.site.wiring import HOLDINGS

    yield from (terms for holding in HOLDINGS for terms in holding.fields.values())
    yield from (store.terms for store in STORES if store.terms)


def _line(text: str) -> str:
    """As the formatter writes it, so that it has nothing to change."""
    plain = repr(text)
    quoted = plain if '"' in text or plain.startswith('"') else f'"{plain[1:-1]}"'
    line = f"    gettext_noop({quoted}),\n"
    return line if len(line) <= WIDTH + 1 else f"    gettext_noop(\n        {quoted}\n    ),\n"


if __name__ == "__main__":
    main()
