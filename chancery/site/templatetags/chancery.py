"""The house's own template tags and filters: ``{% load chancery %}``. Wording: chancery/site/wording.py."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.template.context import Context, RequestContext
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, pgettext_lazy

from chancery.core.saying import said
from chancery.site import citation, tiles, wording

register = template.Library()

register.filter("day", wording.long_day)
register.filter("iso", wording.data_day)
register.filter("stamp", wording.stamp)
register.filter("money", wording.money)
register.filter("amount", wording.amount)
register.filter("grouped", wording.grouped)
register.filter("size", wording.size)
register.filter("bdi", wording.isolated)
register.filter("tag", wording.language_tag)
register.filter("said", said)

SEVERITIES = {
    "prevents": ("bad", pgettext_lazy("severity of a finding", "Prevents filing")),
    "raised": ("warn", pgettext_lazy("severity of a finding", "To correct")),
    "hint": ("info", pgettext_lazy("severity of a finding", "Hint")),
    "ok": ("good", pgettext_lazy("severity of a finding", "In order")),
}
NO_DATE = pgettext_lazy("severity of a finding", "Prevents a filing date")
TONES = frozenset({"good", "warn", "bad", "info", "idle"})


@register.filter
def num(value: Any) -> SafeString:
    """A count with its thousands set apart: ``{{ 41907|num }}``."""
    return wording.isolated(wording.grouped(value))


@register.filter
def own_name(code: str) -> str:
    """A language in its own words: ``{{ "ar"|own_name }}``."""
    return dict(settings.LANGUAGES).get(code, code)


@register.simple_tag
def cite(cites: str) -> SafeString:
    """The citation chip, a link to the rule's own page; one chip for each of several parted by semicolons."""
    chips = [_chip(one) for one in citation.split(cites or "")]
    if len(chips) < 2:
        return chips[0] if chips else SafeString("")
    return format_html('<span class="cites">{}</span>', format_html_join("", "{}", ((chip,) for chip in chips)))


def _chip(cites: str) -> SafeString:
    if href := citation.href(cites):
        return format_html('<a class="cite" href="{}"><bdi>{}</bdi></a>', href, cites)
    return format_html('<span class="cite"><bdi>{}</bdi></span>', cites)


@register.simple_tag
def state(tone: str, words: str) -> SafeString:
    """A dot and a word: ``{% state "good" "Published" %}``. Tones: good, warn, bad, info, idle."""
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"A state is one of {', '.join(sorted(TONES))}; not {tone!r}.")
    return format_html('<span class="state {}">{}</span>', tone, words)


@register.inclusion_tag("site/piece/finding.html")
def finding(found: Any, mend_href: str = "", mend: str = "", prevents: str = "") -> dict[str, Any]:
    """What a rule found, with its severity and chip; ``mend`` names a link to the remedy.

    ``prevents``: what the gravest severity is called where nothing is being filed (a desk, a refused act).
    """
    tone, usual = SEVERITIES.get(found.severity, SEVERITIES["raised"])
    word = (prevents or _gravest(found, usual)) if found.severity == "prevents" else usual
    return {"finding": found, "tone": tone, "word": word, "mend_href": mend_href, "mend": mend}


def _gravest(found: Any, usual: Any) -> Any:
    """What no rule says is only to be mended; Article 11 does not keep anybody from filing, but gives no date."""
    if not found.cites:
        return gettext_lazy("To mend")
    return NO_DATE if found.cites.startswith("PCT Art. 11") else usual


@register.inclusion_tag("site/piece/findings.html")
def findings(found: Iterable[Any] | None, prevents: str = "") -> dict[str, Any]:
    """Several of them, those that prevent the filing first; nothing where there are none."""
    order = list(SEVERITIES)
    return {"prevents": prevents, "findings": sorted(found or (), key=lambda one: order.index(one.severity))}


@register.inclusion_tag("site/piece/why.html")
def why(steps: Iterable[Any] | None, summary: str = "") -> dict[str, Any]:
    """The reasoning, unfolding: each step a sentence, what it arrives at and its chip.

    A step is a ``treaties.kernel.Step``, a pair (text, cites), or plain text.
    """
    return {"steps": [_step(step) for step in steps or ()], "summary": summary or gettext_lazy("Why?")}


def _step(step: Any) -> dict[str, Any]:
    if isinstance(step, str):
        return {"text": step}
    if isinstance(step, Mapping):
        return dict(step)
    if isinstance(step, tuple | list):
        return {"text": step[0], "cites": step[1]}
    return {"text": step.text, "cites": step.cites, "value": step.value, "lang": "en"}


@register.inclusion_tag("site/piece/field.html")
def field(bound: BoundField, findings: Any = None, kind: str = "") -> dict[str, Any]:
    """A form's field: label, control, help, errors, and the findings that belong to it, one under the other.

    ``findings``: one finding or several. ``kind``: "num" sets the control in the type of numbers and dates.
    """
    several = findings if isinstance(findings, tuple | list) else [findings] if findings else []
    widget = bound.field.widget
    return {
        "field": bound,
        "control": bound.as_widget(attrs=_control_attributes(bound, kind)),
        "findings": several,
        "grouped": widget.use_fieldset,
        "check": isinstance(widget, forms.CheckboxInput),
    }


def _control_attributes(bound: BoundField, kind: str) -> dict[str, str | bool]:
    widget = bound.field.widget
    given = widget.attrs.get("class", "")
    if widget.use_fieldset:
        return {}
    if isinstance(widget, forms.CheckboxInput):
        return {"class": f"form-check-input {given}".strip()}
    base = "form-select" if isinstance(widget, forms.Select) else "form-control"
    return {"class": " ".join(filter(None, (base, kind, given)))}


@register.inclusion_tag("site/piece/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """A whole form: what is wrong with it as a whole first, then each field."""
    return {"form": form}


@register.inclusion_tag("site/piece/sortable.html", takes_context=True)
def sortable(context: RequestContext, key: str, label: str, kind: str = "") -> dict[str, Any]:
    """A table's head cell that sorts by ``?sort=key``, and the other way when it already does.

    ``kind="amt"`` aligns the column as a number. The address keeps its other parameters, save the page.
    """
    query = context["request"].GET.copy()
    now = query.get("sort", "")
    query["sort"] = f"-{key}" if now == key else key
    query.pop("page", None)
    order = {key: "ascending", f"-{key}": "descending"}.get(now, "")
    return {"label": label, "kind": kind, "href": f"?{query.urlencode()}", "order": order}


@register.simple_tag(takes_context=True)
def change(context: RequestContext, **parameters: Any) -> str:
    """The query of this page with some parameters changed; None or "" takes one away: ``{% change page=2 %}``."""
    query = context["request"].GET.copy()
    for key, value in parameters.items():
        if value:
            query[key] = str(value)
        else:
            query.pop(key, None)
    return str(query.urlencode())


@register.inclusion_tag("site/piece/pages.html", takes_context=True)
def pages(context: RequestContext, page: Any) -> dict[str, Any]:
    """The pages of a long list, from Django's ``Page``; nothing where there is one page only."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "gap": page.paginator.ELLIPSIS,
        "start": f"?{query.urlencode()}&page=" if query else "?page=",
    }


@register.inclusion_tag("site/piece/progress.html")
def progress(done: int, total: int, label: str) -> dict[str, Any]:
    """How much is done and how much is left, in words and as a bar."""
    return {"done": done, "total": total, "label": label}


@register.simple_tag
def bar(value: float, largest: float) -> SafeString:
    """A thin line as long as ``value`` is of ``largest``, under a count that says the same in figures."""
    share = round(100 * value / largest, 1) if largest else 0
    return format_html(
        '<svg class="bar" aria-hidden="true" focusable="false"><rect width="{}%" height="2"/></svg>', share
    )


@register.simple_tag
def tile_map(shown: Iterable[tiles.Tile], name: str) -> SafeString:
    """The countries as tiles: ``{% tile_map tiles _("Contracting parties") %}``, within a ``scroll`` for phones.

    Each of ``shown`` has code, label, tone (on, part, chosen, off) and href. The table beside it says the same.
    """
    return tiles.drawn(shown, name=name)


@register.simple_tag
def tile_key(tone: tiles.Tone, words: str) -> SafeString:
    """What a tone of the map means, for a list below it: ``<ul class="tile-key">{% tile_key "on" "Bound" %}</ul>``."""
    return tiles.key(tone, words)


@register.inclusion_tag("site/piece/copy.html")
def copy(text: str) -> dict[str, Any]:
    """A button that copies ``text``; it shows only where the browser can do it."""
    return {"text": text}


@register.simple_block_tag
def empty(content: str, title: str) -> SafeString:
    """``{% empty "No drafts yet" %}<p>What this place is for.</p> …{% endempty %}``: never a dead end."""
    return format_html('<div class="blank"><h2>{}</h2>{}</div>', title, content)


@register.simple_block_tag
def scroll(content: str, label: str) -> SafeString:
    """The box in which a wide table scrolls on a phone; it can be reached and scrolled by keyboard."""
    return format_html('<div class="scroll" role="region" tabindex="0" aria-label="{}">{}</div>', label, content)


@register.simple_tag(takes_context=True)
def is_here(context: Context, href: str) -> SafeString:
    """``aria-current="page"`` for a link to the page on which it stands."""
    here = context["request"].path if "request" in context else ""
    return SafeString('aria-current="page"' if here == href else "")
