"""The data of the registration of an appellation of origin or a geographical indication, in the order of Rule 5(2)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from chancery.records.register.public_file import Line, with_address
from chancery.records.register.registration import Registration
from chancery.treaties.lisbon.application import Application

KINDS = {"appellation": _("Appellation of origin"), "indication": _("Geographical indication")}


def lines(file: Registration) -> Iterator[Line]:
    """The data that are known, each with the provision that asks for it."""
    application = file.application
    if file.registration_number:
        yield Line("", _("Registration number"), file.registration_number)
    if file.registered_on:
        yield Line("", _("Date of the registration"), "", file.registered_on, "Lisbon Art. 6(2)")
    if file.publication:
        yield Line("", _("Published"), file.publication.issue, file.publication.on)
    if application.kind:
        yield Line("", _("Kind"), str(KINDS[application.kind]), None, "Lisbon Art. 2(1)")
    yield from _who(application)
    yield from _what(application)
    waived = " ".join(application.waived)
    if waived:
        yield Line("", _("No protection wanted in"), waived, None, "Lisbon Rule 5(6)")


def _who(application: Application) -> Iterator[Line]:
    origin = " ".join((application.origin, *application.joint_with)).strip()
    if origin:
        yield Line("", _("Party of origin"), origin, None, "Lisbon Rule 5(2)(a)(i)")
    if application.authority:
        yield Line("", _("Competent Authority"), application.authority, None, "Lisbon Rule 5(2)(a)(ii)")
    for one in application.beneficiaries:
        words = with_address(one.name, one.address)
        yield Line("", _("Beneficiaries"), words, None, "Lisbon Rule 5(2)(a)(iii)")


def _what(application: Application) -> Iterator[Line]:
    for name in application.names:
        yield Line("", _("Name"), _in(name.text, name.language), None, "Lisbon Rule 5(2)(a)(iv)")
        if name.transliteration:
            yield Line("", _("Transliteration"), name.transliteration, None, "Lisbon Rule 5(2)(b)")
    for one in application.translations:
        yield Line("", _("Translation"), _in(one.text, one.language), None, "Lisbon Rule 5(6)")
    if application.goods:
        yield Line("", _("Goods"), "; ".join(application.goods), None, "Lisbon Rule 5(2)(a)(v)")
    if application.area:
        yield Line("", _("Area"), application.area, None, "Lisbon Rule 5(2)(a)(vi)")
    home = application.protected_by
    if home:
        words = ", ".join(part for part in (home.title, home.number) if part) or home.kind
        yield Line("", _("Protected at home by"), words, home.dated, "Lisbon Rule 5(2)(a)(vii)")
    if application.generic:
        yield Line("", _("Not claimed"), application.generic, None, "Lisbon Rule 5(6)")


def _in(text: str, language: str) -> str:
    return f"{text} ({language})" if language else text
