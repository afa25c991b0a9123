"""The data of the registration of a mark, under the INID codes of WIPO Standard ST.60."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.records.register.public_file import Line, with_address
from chancery.records.register.registration import Registration
from chancery.treaties.kernel.periods import Period
from chancery.treaties.madrid.application import Application, Form

TERM = Period(years=10)
KINDS: dict[Form, tuple[str, str | Promise]] = {
    "word": ("540", _("Word mark")),
    "figurative": ("540", _("Figurative mark")),
    "three-dimensional": ("554", _("Three-dimensional mark")),
    "colour": ("558", _("Mark of colours alone")),
    "sound": ("556", _("Sound mark")),
    "motion": ("553", _("Motion mark")),
    "multimedia": ("553", _("Multimedia mark")),
    "hologram": ("555", _("Hologram mark")),
    "position": ("552", _("Position mark")),
    "pattern": ("552", _("Pattern mark")),
}
STANDARD_CHARACTERS = "541"
BASES = {"application": ("821", _("Basic application")), "registration": ("822", _("Basic registration"))}
LINKS = {"national": "811", "established": "812", "domiciled": "813"}


def lines(file: Registration) -> Iterator[Line]:
    """The data that are known, in the order of the codes."""
    application = file.application
    yield from _dates(file)
    yield from _priorities(application)
    if file.publication:
        yield Line("450", _("Published"), file.publication.issue, file.publication.on, "Madrid Rule 32")
    classes = sorted(application.in_classes)
    if classes:
        yield Line("511", _("Classes of the Nice Classification"), ", ".join(map(str, classes)))
    yield from _mark(application)
    yield from _people(application)
    yield from _basis(file)
    yield from _parties(file)


def _dates(file: Registration) -> Iterator[Line]:
    if file.registration_number:
        yield Line("111", _("Registration number"), file.registration_number)
    if file.registered_on:
        yield Line("151", _("Date of the registration"), "", file.registered_on, "Madrid Art. 3(4)")
        yield from (Line("156", _("Renewed"), "", one.recorded_on) for one in file.renewals)
        until = file.facts.record.renewed_until or TERM.after(file.registered_on)
        yield Line("180", _("Term ends"), "", until, "Madrid Art. 6(1)")


def _priorities(application: Application) -> Iterator[Line]:
    for claim in application.priorities:
        yield Line("300", _("Priority"), f"{claim.office} {claim.number}".strip(), claim.filed_on)


def _mark(application: Application) -> Iterator[Line]:
    mark = application.mark
    if mark.disclaimed:
        yield Line("526", _("Disclaimed"), mark.disclaimed)
    if mark.form:
        code, label = KINDS[mark.form]
        yield Line(STANDARD_CHARACTERS if mark.standard_characters else code, label, mark.words)
    if application.kind == "collective":
        yield Line("551", _("Kind"), str(_("Collective, certification or guarantee mark")))
    said = (
        ("561", _("Transliteration"), mark.transliteration),
        ("566", _("Translation"), mark.translation),
        ("571", _("Description of the mark"), mark.described),
        ("591", _("Colours claimed"), mark.colours_claimed),
    )
    yield from (Line(code, label, words) for code, label, words in said if words)


def _people(application: Application) -> Iterator[Line]:
    for one in application.applicants:
        yield Line("732", _("Holder"), with_address(one.name, one.address, one.country))
    if application.representative:
        agent = application.representative
        yield Line("740", _("Representative"), with_address(agent.name, agent.address, agent.country))
    for one in application.applicants:
        if one.link:
            yield Line(LINKS[one.link], _("Entitled by a link with"), one.linked_in or application.origin)


def _basis(file: Registration) -> Iterator[Line]:
    for one in file.application.basis:
        code, label = (
            ("822", _("Basic registration")) if one.kind == "registration" else ("821", _("Basic application"))
        )
        yield Line(code, label, f"{file.application.origin} {one.number}".strip(), one.dated, "Madrid Art. 2(1)")


def _parties(file: Registration) -> Iterator[Line]:
    application = file.application
    if application.designations:
        first = [one.party for one in file.facts.record.designated if one.since == file.registered_on]
        codes = first or [one.party for one in application.designations]
        yield Line("832", _("Designated parties"), " ".join(dict.fromkeys(codes)), None, "Madrid Art. 3ter(1)")
    later = [one for one in file.facts.record.designated if file.registered_on and one.since != file.registered_on]
    yield from (Line("891", _("Designated later"), one.party, one.since, "Madrid Art. 3ter(2)") for one in later)
    using = [one.party for one in application.designations if one.intends_use]
    if using:
        yield Line("527", _("Intention to use declared for"), " ".join(using))
