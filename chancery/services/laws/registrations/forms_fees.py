"""The facts of the three fee calculators. The address is the state, as everywhere among the laws."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.core.saying import said
from chancery.services.laws.forms import day_field
from chancery.services.laws.registrations import quotes
from chancery.services.laws.registrations.parties import members
from chancery.services.laws.registrations.questions import (
    LEVELS,
    LISBON_ACTS,
    MOST_CLASSES,
    MOST_DESIGNS,
    MOST_RENEWALS,
    MOST_REPRODUCTIONS,
    DesignFees,
    DesignParty,
    MarkFees,
    MarkParty,
    NameFees,
)
from chancery.services.laws.registrations.quotes import Quote

MOST_TERMS = 10_000
_SPECIAL = re.compile(r"([A-Z]{2}):([a-z0-9]{1,8})")


DESIGNATED = gettext_lazy("Designated parties")


def parties_field(system: str, label: Any = DESIGNATED) -> forms.MultipleChoiceField:
    """The parties that can be designated, to be ticked."""
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=lambda: [(one.code, f"{one.code}  {one.name}") for one in members(system).values() if not one.through],
        widget=forms.CheckboxSelectMultiple,
    )


def holder_field(system: str, label: Any, help_text: Any = "", *, required: bool = True) -> forms.ChoiceField:
    """One party of the system, those too that are designated through a common Office."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        choices=lambda: [("", ""), *((one.code, f"{one.code}  {one.name}") for one in members(system).values())],
    )


def count_field(label: Any, most: int, help_text: Any = "", *, least: int = 1) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=least, max_value=most)


def special_field(label: Any, help_text: Any) -> forms.CharField:
    """What is different in some of the parties, as ``US:micro``; `read_special` reads it."""
    widget = forms.TextInput(attrs={"class": "num"})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=400, widget=widget)


def read_special(typed: str, chosen: list[str], fits: Callable[[str], bool], example: str) -> dict[str, str]:
    """``US:1 JP:2`` as a mapping. Raises ``ValidationError`` that names the first word that does not fit."""
    found = {}
    for word in typed.replace(",", " ").split():
        read = _SPECIAL.fullmatch(word)
        if not read or not fits(read[2]):
            raise ValidationError(
                _("“%(word)s” cannot be read. Write it as %(example)s."), params={"word": word, "example": example}
            )
        if read[1] not in chosen:
            raise ValidationError(_("%(code)s is not among the parties chosen."), params={"code": read[1]})
        found[read[1]] = read[2]
    return found


class Fees(forms.Form):
    """What the three have in common. A subclass says what is asked of its system, and asks it."""

    system: ClassVar[str]
    order: ClassVar[tuple[str, ...]] = ()

    on = day_field(gettext_lazy("Date of the tariff"), gettext_lazy("The amounts of this day. Today, if left empty."))

    @property
    def shown(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.order)

    @property
    def chosen(self) -> list[str]:
        """The parties ticked, even while something else cannot be read."""
        known = members(self.system)
        return [code for code in self["parties"].value() or () if code in known]

    def _read(self, data: dict[str, Any], name: str, fits: Callable[[str], bool], example: str) -> None:
        """Take what is special of some parties apart, once the rest of the form is known."""
        try:
            data["by_party"] = read_special(data.get(name, ""), data.get("parties", []), fits, example)
        except ValidationError as error:
            self.add_error(name, error)

    def quote(self, today: date) -> Quote:
        raise NotImplementedError

    def _day(self, today: date) -> date:
        day: date | None = self.cleaned_data["on"]
        return day or today


MARK_ACTS = [
    ("application", gettext_lazy("International application")),
    ("subsequent designation", gettext_lazy("Subsequent designation")),
    ("renewal", gettext_lazy("Renewal")),
    ("renewal in grace", gettext_lazy("Renewal in the six months of grace")),
]


def _later(system: str) -> list[tuple[str, Any]]:
    return [(code, said(label)) for code, label in quotes.later_acts(system).items()]


class FeesMadrid(Fees):
    """What the fees of a mark depend on."""

    system = "madrid"
    order = ("act", "holder", "classes", "colour", "collective", "least_developed", "on", "fewer", "count")

    act = forms.ChoiceField(
        label=gettext_lazy("What is to be paid"),
        choices=lambda: [*MARK_ACTS, (gettext_lazy("Later acts"), _later("madrid"))],
    )
    holder = holder_field(
        "madrid",
        gettext_lazy("Party of the applicant or holder"),
        gettext_lazy("Not asked for later acts."),
        required=False,
    )
    classes = count_field(gettext_lazy("Classes of goods and services"), MOST_CLASSES)
    colour = forms.BooleanField(label=gettext_lazy("The mark is in colour"), required=False)
    collective = forms.BooleanField(label=gettext_lazy("Collective, certification or guarantee mark"), required=False)
    least_developed = forms.BooleanField(
        label=gettext_lazy("The applicant’s country of origin is least developed"), required=False
    )
    fewer = special_field(
        gettext_lazy("Fewer classes in some parties"), gettext_lazy("Such as US:1 JP:2. In the others, all classes.")
    )
    count = count_field(gettext_lazy("Registrations, or terms"), MOST_TERMS, gettext_lazy("Only for later acts."))
    parties = parties_field("madrid")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("act") in dict(MARK_ACTS) and not data.get("holder"):
            self.add_error("holder", _("Choose the party: the fees of some parties depend on it."))
        classes = data.get("classes") or 1
        self._read(data, "fewer", lambda word: word.isdigit() and 1 <= int(word) <= classes, "US:1 JP:2")
        return data

    def quote(self, today: date) -> Quote:
        facts, on = self.cleaned_data, self._day(today)
        if facts["act"] not in dict(MARK_ACTS):
            return quotes.later("madrid", facts["act"], facts["count"] or 1, on=on)
        fewer = facts["by_party"]
        asked = MarkFees(
            act=facts["act"],
            holder=facts["holder"],
            classes=facts["classes"] or 1,
            colour=facts["colour"],
            collective=facts["collective"],
            least_developed=facts["least_developed"],
            parties=tuple(MarkParty(party=code, classes=int(fewer.get(code, 0))) for code in facts["parties"]),
        )
        return quotes.marks(asked, on=on)


DESIGN_ACTS = [
    ("application", gettext_lazy("International application")),
    ("publication", gettext_lazy("Publication after deferment")),
    ("renewal", gettext_lazy("Renewal")),
    ("renewal in grace", gettext_lazy("Renewal in the six months of grace")),
]
CATEGORIES = ("small", "micro", "reduced")


class FeesHague(Fees):
    """What the fees of designs depend on."""

    system = "hague"
    order = (
        *("act", "designs", "reproductions", "words", "deferred", "renewal", "least_developed", "on", "categories"),
        *("levels", "paper_pages", "count"),
    )

    act = forms.ChoiceField(
        label=gettext_lazy("What is to be paid"),
        choices=lambda: [*DESIGN_ACTS, (gettext_lazy("Later acts"), _later("hague"))],
    )
    designs = count_field(gettext_lazy("Designs"), MOST_DESIGNS)
    reproductions = count_field(gettext_lazy("Reproductions"), MOST_REPRODUCTIONS, gettext_lazy("Of all designs."))
    words = count_field(gettext_lazy("Words of the description"), 1_000_000, least=0)
    deferred = forms.BooleanField(label=gettext_lazy("Publication is deferred"), required=False)
    renewal = count_field(
        gettext_lazy("Which renewal"), MOST_RENEWALS, gettext_lazy("1 for the first; only for a renewal.")
    )
    least_developed = forms.BooleanField(
        label=gettext_lazy("All applicants are of least developed countries"), required=False
    )
    categories = special_field(
        gettext_lazy("Lower tariff in some parties"),
        gettext_lazy("Such as US:micro; small, micro or reduced."),
    )
    levels = special_field(
        gettext_lazy("Level of the standard fee, where our list has none"), gettext_lazy("Such as TR:2.")
    )
    paper_pages = count_field(gettext_lazy("Pages of reproductions, on paper only"), 10_000, least=0)
    count = count_field(gettext_lazy("Registrations"), MOST_TERMS, gettext_lazy("Only for later acts."))
    parties = parties_field("hague")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self._read(data, "categories", CATEGORIES.__contains__, "US:micro")
        data["category"] = data.pop("by_party", {})
        self._read(data, "levels", lambda word: word in map(str, LEVELS), "TR:2")
        return data

    def quote(self, today: date) -> Quote:
        facts, on = self.cleaned_data, self._day(today)
        if facts["act"] not in dict(DESIGN_ACTS):
            return quotes.later("hague", facts["act"], facts["count"] or 1, on=on)
        asked = DesignFees(
            act=facts["act"],
            designs=facts["designs"] or 1,
            reproductions=facts["reproductions"] or 1,
            paper_pages=facts["paper_pages"] or 0,
            words=facts["words"] or 0,
            least_developed=facts["least_developed"],
            deferred=facts["deferred"],
            renewal=facts["renewal"] or 1,
            parties=tuple(self._party(code) for code in facts["parties"]),
        )
        return quotes.designs(asked, on=on)

    def _party(self, code: str) -> DesignParty:
        category, level = (self.cleaned_data[name].get(code) for name in ("category", "by_party"))
        return DesignParty(party=code, category=category or "", level=int(level or 0))


class FeesLisbon(Fees):
    """What the fees of an appellation of origin or a geographical indication depend on."""

    system = "lisbon"
    order = ("act", "least_developed", "on")

    act = forms.ChoiceField(
        label=gettext_lazy("What is to be paid"),
        choices=lambda: [(code, said(label)) for code, label in LISBON_ACTS.items()],
    )
    least_developed = forms.BooleanField(
        label=gettext_lazy("The party of origin is a least developed country"), required=False
    )
    parties = parties_field("lisbon", gettext_lazy("Parties where protection is wanted"))

    def quote(self, today: date) -> Quote:
        facts = self.cleaned_data
        asked = NameFees(act=facts["act"], least_developed=facts["least_developed"], parties=tuple(facts["parties"]))
        return quotes.names(asked, on=self._day(today))


FORMS: dict[str, type[Fees]] = {one.system: one for one in (FeesMadrid, FeesHague, FeesLisbon)}
