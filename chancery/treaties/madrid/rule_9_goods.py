"""Rules 9(4)(a)(xiii), 12 and 13: goods and services, their classes, their words, and what is limited where."""

from itertools import pairwise

from chancery.treaties.kernel.rule import At, Found, rule
from chancery.treaties.madrid.application import Application
from chancery.treaties.madrid.force import CLASSES, ORIGIN, PROTOCOL, TERMS

NICE = range(1, 46)
VAGUE = ("all other goods", "all goods in class", "all services in class", "and the like", "etc", "miscellaneous")
"""Words that leave open what is meant. Ours, in English: the International Bureau judges every term."""


@rule("Madrid Rule 9(4)(a)(xiii)", since=PROTOCOL, severity="prevents", invites=ORIGIN)
def lists_goods_or_services(application: Application) -> Found:
    """The goods and services for which protection is asked are listed."""
    if not application.goods and not application.classes:
        yield "goods"
    for place, good in enumerate(application.goods):
        if not good.text.strip():
            yield f"goods.{place}.text"


@rule("Madrid Rule 9(4)(a)(xiii)", since=PROTOCOL, invites=CLASSES)
def uses_the_classes_of_nice(application: Application) -> Found:
    """Every good or service stands in a class of the Nice Classification, 1 to 45."""
    for place, good in enumerate(application.goods):
        if good.number not in NICE:
            yield At(f"goods.{place}.number", f"Found: {good.number}.")


@rule("Madrid Rule 9(4)(a)(xiii)", since=PROTOCOL, invites=CLASSES)
def groups_goods_in_the_order_of_classes(application: Application) -> Found:
    """Goods and services are grouped by class, in the order of the classes."""
    numbers = [good.number for good in application.goods]
    for place, (one, following) in enumerate(pairwise(numbers)):
        if following < one:
            yield At(f"goods.{place + 1}.number", f"Class {following} comes after class {one}.")
            return


@rule("Madrid Rule 13(1)", since=PROTOCOL, invites=TERMS, confidence="practice")
def names_goods_in_precise_terms(application: Application) -> Found:
    """Goods and services are named in precise terms."""
    if application.language not in {"", "en"}:
        return
    for place, good in enumerate(application.goods):
        words = f" {good.text.casefold()} "
        vague = next((one for one in VAGUE if f" {one}" in words.replace(",", " ").replace(".", " ")), "")
        if vague:
            yield At(f"goods.{place}.text", f"Found: “{vague}”.")


@rule("Madrid Rule 9(5)(d)(vi)", since=PROTOCOL, invites=ORIGIN)
def stays_within_the_classes_of_the_basic_mark(application: Application) -> Found:
    """The goods and services are covered by those of the basic mark.

    Only their classes are compared here; the Office of origin certifies the rest.
    """
    covered = {number for basic in application.basis for number in basic.classes}
    if covered and (beyond := sorted(application.in_classes - covered)):
        yield At("goods", f"Not in the basic mark: class {', '.join(map(str, beyond))}.")


@rule("Madrid Rule 9(4)(a)(xiii)", since=PROTOCOL, invites="Madrid Rule 12(8bis)")
def limits_to_what_is_listed(application: Application) -> Found:
    """What a party is limited to stands in the list of the application."""
    for place, each in enumerate(application.designations):
        strange = [str(one) for one in each.goods if not 0 <= one < len(application.goods)]
        strange += [f"class {one}" for one in each.classes if one not in application.in_classes]
        if strange:
            yield At(f"designations.{place}.goods", f"Not in the list: {', '.join(strange)}.")
