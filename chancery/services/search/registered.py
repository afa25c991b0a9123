"""What of a registration goes where in a search document: names, classes, words, and the one status of the whole."""

from datetime import date

from chancery.records.register.queries import Registration

GIVEN_UP = frozenset({"renounced", "cancelled"})
"""Kinds of happenings by which a holder ends a registration."""

KINDS = {"ordinary": "individual", "collective": "collective", "appellation": "AO", "indication": "GI"}


def titles_of(file: Registration) -> dict[str, str]:
    """The words of a mark, the products, or the name with its translations, by language where it is known."""
    application = file.application
    if file.system.key == "lisbon":
        named = [*application.names, *application.translations]
        return {one.language or "": one.text for one in reversed(named) if one.text}
    if file.system.key == "hague":
        products = ", ".join(dict.fromkeys(one.product for one in application.shown if one.product))
        return {application.language or "": products} if products else {}
    return {"": application.mark.words} if application.mark.words else {}


def classes_of(file: Registration) -> dict[str, tuple[str, ...]]:
    """Nice classes of a mark, Locarno subclasses of designs, the goods of an indication."""
    application = file.application
    found: dict[str, tuple[str, ...]]
    if file.system.key == "madrid":
        found = {"nice": tuple(str(number) for number in sorted(application.in_classes))}
    elif file.system.key == "hague":
        found = {"locarno": tuple(dict.fromkeys(one.subclass for one in application.shown if one.subclass))}
    else:
        found = {"product": application.goods}
    return {scheme: symbols for scheme, symbols in found.items() if symbols}


def people_of(file: Registration) -> dict[str, tuple[str, ...]]:
    """Creators of designs and representatives, as the bulletin names them."""
    application = file.application
    agent = getattr(application, "representative", None)
    people = {
        "inventor": tuple(one.name for one in getattr(application, "creators", ()) if one.name),
        "agent": (agent.name,) if agent and agent.name else (),
    }
    return {role: names for role, names in people.items() if names}


def kind_of(file: Registration) -> str:
    """The kind in the words of the records of other registers: ``individual``, ``collective``; ``AO``, ``GI``."""
    return KINDS.get(getattr(file.application, "kind", ""), "")


def goods_of(file: Registration) -> tuple[str, ...]:
    """More words to find it by: descriptions, the area, how it sounds in Latin letters."""
    application = file.application
    if file.system.key == "hague":
        return tuple(one.description for one in application.shown if one.description)
    if file.system.key == "lisbon":
        sounds = (one.transliteration for one in application.names)
        return tuple(filter(None, (*application.goods, application.area, *sounds)))
    mark = application.mark
    return tuple(filter(None, (mark.described, mark.translation, mark.transliteration, mark.colours_claimed)))


def status_of(file: Registration, *, on: date) -> str:
    """Registered as long as anything of it stands or may; else withdrawn, where the holder ended it, or lapsed."""
    lives = file.lives(on=on)
    if any(life.tone != "over" for life in lives) or not lives:
        return "registered"
    last = {span.by for life in lives for span in life.now}
    return "withdrawn" if last & GIVEN_UP else "lapsed"
