"""The notice in five sentences, made of what is declared: what, why, how long, who else, and what you can do."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.core.personal import Basis, Category, Field, Until
from chancery.records.privacy.notice import Notice

CATEGORIES = {
    Category.NAME: gettext_lazy("names"),
    Category.CONTACT: gettext_lazy("e-mail addresses and telephone numbers"),
    Category.ADDRESS: gettext_lazy("postal addresses"),
    Category.CREDENTIAL: gettext_lazy("passwords and keys"),
    Category.ACCOUNT: gettext_lazy("what belongs to an account"),
    Category.NATIONALITY: gettext_lazy("nationalities"),
    Category.DEVICE: gettext_lazy("network addresses and browsers"),
    Category.CONTENT: gettext_lazy("what people write"),
    Category.BEHAVIOUR: gettext_lazy("what was done when"),
    Category.FINANCIAL: gettext_lazy("fees and payments"),
    Category.UNIQUE_ID: gettext_lazy("numbers that stand for a person"),
}

BASES = {
    Basis.CONTRACT: gettext_lazy("because you have an account"),
    Basis.PUBLIC_TASK: gettext_lazy("because the law has given the office its task"),
    Basis.LEGAL_OBLIGATION: gettext_lazy("because another law asks for it"),
    Basis.CONSENT: gettext_lazy("because you agreed"),
    Basis.LEGITIMATE_INTEREST: gettext_lazy("to keep the services safe"),
}


MOST = 3  # of the kinds and readers that are most frequent, so many are named


def summary(told: Notice) -> list[str]:
    """Five sentences, in the language of the moment."""
    terms = [one for room in told.rooms for _model, _name, one in room.terms()]
    terms += [store.terms for store in told.stores if store.terms]
    return [_what(terms), _why(terms), _how_long(terms), _who_else(told), _what_you_can_do(told)]


def _what(terms: Sequence[Field]) -> str:
    counted = Counter(one.category for one in terms)
    kinds = [str(CATEGORIES[category]) for category, _count in counted.most_common(MOST) if category in CATEGORIES]
    return ngettext(
        "The office keeps one kind of data about people: %(kinds)s; nothing else is in the system.",
        "The office keeps %(count)s kinds of data about people, above all %(kinds)s; nothing else is in the system.",
        len(counted),
    ) % {"count": len(counted), "kinds": _list(kinds)}


def _why(terms: Sequence[Field]) -> str:
    counted = Counter(one.basis for one in terms)
    reasons = [str(BASES[basis]) for basis, _count in counted.most_common(2)]
    return _("It does so above all %(reasons)s; nothing is sold, and no page loads anything from another site.") % {
        "reasons": _list(reasons)
    }


def _how_long(terms: Sequence[Field]) -> str:
    lawful = sum(1 for one in terms if one.keep.until is Until.LAW)
    share = round(100 * (len(terms) - lawful) / (len(terms) or 1))
    return _(
        "%(share)s %% of it goes with your account, or earlier, after a fixed period; what belongs to the file of an "
        "application stays as long as the law keeps the file."
    ) % {"share": share}


def _who_else(told: Notice) -> str:
    tables = [holding for room in told.rooms for holding in room.holdings]
    seen = [one for one in tables if any(row.terms.recipients for row in one.rows)]
    first = _("Of %(all)s tables, somebody besides you and the office sees something of %(seen)s; each says who.") % {
        "all": len(tables),
        "seen": len(seen),
    }
    if not told.processors:
        return first + " " + _("No firm handles them for the office.")
    names = _list([one.name for one in told.processors])
    return first + " " + _("For the office they are handled by %(names)s.") % {"names": names}


def _what_you_can_do(told: Notice) -> str:
    cookies = ngettext(
        "There is one cookie, and it is not set before you need it.",
        "There are %(count)s cookies, none of them set before you need it.",
        len(told.cookies),
    ) % {"count": len(told.cookies)}
    return _("You can see it, take it with you, correct it and have it erased yourself, at once.") + " " + cookies


def _list(words: Sequence[str]) -> str:
    """Such as: a, b and c; as the language joins them."""
    if len(words) < 2:
        return "".join(words)
    return _("%(these)s and %(last)s") % {"these": _(", ").join(words[:-1]), "last": words[-1]}
