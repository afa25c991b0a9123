"""Rules 7(5), 15, 16 and 17: the priority that is claimed, and when publication is wanted."""

from datetime import date

from chancery.treaties.hague.application import Application
from chancery.treaties.hague.force import ACT_OF_1999, APPLICATION, DEFERMENT
from chancery.treaties.hague.parties import party
from chancery.treaties.kernel.periods import months
from chancery.treaties.kernel.rule import At, Found, rule

LONGEST = 30


@rule("Hague Rule 7(5)(c)", since=ACT_OF_1999, invites=APPLICATION)
def identifies_every_earlier_filing(application: Application) -> Found:
    """Of an earlier filing whose priority is claimed the Office and the date are given, and its number if any."""
    for place, claim in enumerate(application.priorities):
        for name in ("office", "filed_on"):
            if not getattr(claim, name):
                yield f"priorities.{place}.{name}"


@rule("Hague Rule 15(2)(i)", since=ACT_OF_1999, severity="hint")
def claims_priority_within_six_months(application: Application, on: date) -> Found:
    """A claim to the priority of a filing of more than six months ago is disregarded."""
    for place, claim in enumerate(application.priorities):
        if claim.filed_on and months(6).after(claim.filed_on) < on:
            yield At(f"priorities.{place}.filed_on", f"Six months ended on {months(6).after(claim.filed_on)}.")


@rule("Hague Art. 6(1)", since=ACT_OF_1999, invites=APPLICATION)
def claims_the_priority_of_an_earlier_day(application: Application, on: date) -> Found:
    """The filing whose priority is claimed is earlier than the application."""
    for place, claim in enumerate(application.priorities):
        if claim.filed_on and claim.filed_on > on:
            yield At(f"priorities.{place}.filed_on", f"Found: {claim.filed_on}.")


@rule("Hague Art. 11(3)", since=ACT_OF_1999, invites=DEFERMENT, confidence="unverified")
def defers_only_where_every_party_allows_it(application: Application) -> Found:
    """Where a designated party allows no deferment, it is withdrawn within a month, or deferment is disregarded."""
    for place, each in enumerate(application.designations):
        found = party(each.party)
        if application.deferred and found and found.deferment == 0:
            yield At(f"designations.{place}.party", f"{found.name} allows none.")


@rule("Hague Art. 11(2)(a)", since=ACT_OF_1999, severity="hint")
def defers_no_longer_than_every_party_allows(application: Application) -> Found:
    """Publication is deferred for thirty months at most, or the shortest time that a designated party declared."""
    asked = application.deferred_months
    found = [one for each in application.designations if (one := party(each.party)) and one.deferment]
    shortest = min((one.deferment for one in found), default=LONGEST)
    if application.deferred and asked is not None and asked > min(shortest, LONGEST):
        declared = ", ".join(one.code for one in found if one.deferment == shortest and shortest < LONGEST)
        yield At("deferred_months", f"{shortest} months{f' ({declared})' if declared else ''}; asked: {asked}.")


@rule("Hague Rule 17(1)(ii)", since=ACT_OF_1999, invites=APPLICATION)
def says_when_it_is_to_be_published(application: Application, on: date) -> Found:
    """Where publication is wanted at a chosen time, that time is given, and it is not past."""
    if application.publication == "chosen" and (application.chosen_on is None or application.chosen_on < on):
        yield "chosen_on"
