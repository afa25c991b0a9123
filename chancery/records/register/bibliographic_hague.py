"""The data of the registration of designs, under the INID codes of WIPO Standard ST.80."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from chancery.records.register.public_file import Line, with_address
from chancery.records.register.registration import Registration
from chancery.treaties.hague.application import Application
from chancery.treaties.kernel.periods import Period

TERM = Period(years=5)
BONDS = {"national": "86", "domiciled": "87", "resident": "85", "established": "88"}


def lines(file: Registration) -> Iterator[Line]:
    """The data that are known, in the order of the codes."""
    application = file.application
    yield from _dates(file)
    yield Line("28", _("Number of designs"), str(len(application.shown) or application.designs))
    for claim in application.priorities:
        yield Line("30", _("Priority"), f"{claim.office} {claim.number}".strip(), claim.filed_on)
    if file.publication:
        yield Line("45", _("Published"), file.publication.issue, file.publication.on, "Hague Art. 10(3)")
    yield from _content(application)
    yield from _people(application)
    parties = [one.party for one in file.facts.record.designated] or [one.party for one in application.designations]
    if parties:
        yield Line("81", _("Designated parties"), " ".join(dict.fromkeys(parties)), None, "Hague Art. 5(1)(v)")
    yield from _bonds(application)


def _dates(file: Registration) -> Iterator[Line]:
    if file.registration_number:
        yield Line("11", _("Registration number"), file.registration_number)
    if file.registered_on:
        yield Line("15", _("Date of the registration"), "", file.registered_on, "Hague Art. 10(2)")
        yield from (Line("15", _("Renewed"), "", one.recorded_on) for one in file.renewals)
        until = file.facts.record.renewed_until or TERM.after(file.registered_on)
        yield Line("18", _("Term ends"), "", until, "Hague Art. 17(1)")
    filed = file.facts.record.ib_received_on or file.received_on
    if filed:
        yield Line("22", _("Filed"), "", filed, "Hague Art. 9")


def _content(application: Application) -> Iterator[Line]:
    classes = sorted({one.subclass for one in application.shown if one.subclass})
    if classes:
        yield Line("51", _("Locarno Classification"), ", ".join(classes))
    products = list(dict.fromkeys(one.product for one in application.shown if one.product))
    if products:
        yield Line("54", _("Products"), "; ".join(products))


def _people(application: Application) -> Iterator[Line]:
    for creator in application.creators:
        yield Line("72", _("Creator"), with_address(creator.name, creator.address))
    for one in application.applicants:
        yield Line("73", _("Holder"), with_address(one.name, one.address, one.country))
    if application.representative:
        agent = application.representative
        yield Line("74", _("Representative"), with_address(agent.name, agent.address, agent.country))


def _bonds(application: Application) -> Iterator[Line]:
    """By what the applicants may file (Art. 3)."""
    bonds = {(BONDS[link.bond], link.party) for one in application.applicants for link in one.links if link.bond}
    for code, party in sorted(bonds):
        yield Line(code, _("Entitled by a link with"), party, None, "Hague Art. 3")
