"""Time limits in the designated parties: refusal, opposition, answer, transformation (Articles 5, 6, 9quinquies)."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product

from chancery.treaties.kernel.determine import NotDeterminable
from chancery.treaties.kernel.periods import Period, months
from chancery.treaties.kernel.reckoning import Reckoning, earlier_of
from chancery.treaties.kernel.timing import Arising, limit
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.parties import party, safeguarded
from chancery.treaties.madrid.record import Designated, Refusal
from chancery.treaties.madrid.responses import FROM, response

COMPLETION = months(2)
"""In which an Office may complete a refusal after the invitation (Rule 18(1)(c), (d))."""
RECORDED = "The refusal is recorded all the same (Rule 18(1)(c))"
NOTIFIED = "the day on which the International Bureau sent the notification of the designation"
SAFEGUARD = "Madrid Art. 9sexies(1)(b)"


def refusal_period(code: str, holder: str, since: date | None) -> tuple[Period, str] | None:
    """Twelve months, or eighteen where the party declared so and the safeguard clause leaves that its effect.

    Nothing where what the party declared is not known. ``holder`` is the party of the holder, ``since`` the date of the
    designation; the clause is asked only where that is known.
    """
    return _period(code, safeguarded_by=since is not None and safeguarded(holder, code, since))


@cache
def _period(code: str, *, safeguarded_by: bool) -> tuple[Period, str] | None:
    found = party(code)
    if found is None or not found.declarations_known:
        return None
    if "Art. 5(2)(b)" not in found.declared:
        return months(12), "Madrid Art. 5(2)(a)"
    return (months(12), SAFEGUARD) if safeguarded_by else (months(18), "Madrid Art. 5(2)(b)")


@limit(
    "Madrid Art. 5(2)",
    actor="Office of the designated party",
    consequence="The mark is protected as if it had been registered there (Art. 4(1)(a))",
)
def refusal(basis: Basis) -> Iterator[Arising]:
    """Send a provisional refusal to the International Bureau, counted from its notification."""
    for one in basis.record.designated:
        told = Reckoning.of(one.notified_on, f"{NOTIFIED} to {one.party}", "Madrid Rule 18(1)(a)(iii)")
        record = basis.record
        period = refusal_period(one.party, record.holder or record.origin, one.since or record.registered_on)
        if period is None:
            told = Reckoning(NotDeterminable((f"what {one.party} declared under Article 5(2)",)))
            yield Arising(told, office=one.party)
            continue
        sent = min((each.sent_on for each in one.refusals if each.sent_on and each.counts), default=None)
        yield Arising(told.plus(*period), office="IB", cites=period[1], done_on=sent or one.granted_on)


@limit(
    "Madrid Rule 28(3)",
    actor="Office of the designated party",
    consequence="The mark is protected as it was corrected",
)
def correction_refusal(basis: Basis) -> Iterator[Arising]:
    """Refuse the registration as corrected, counted from the notification of the correction."""
    record = basis.record
    corrections = [one for one in record.changes if one.kind == "correction"]
    for change, one in product(corrections, record.designated):
        period = refusal_period(one.party, record.holder or record.origin, one.since or record.registered_on)
        if period and one.party in (change.parties or (one.party,)):
            told = Reckoning.of(change.notified_on, f"the notification of the correction to {one.party}")
            yield Arising(told.plus(*period), office="IB")


@limit(
    "Madrid Art. 5(2)(c)(ii)",
    actor="Office of the designated party",
    consequence="A refusal on that opposition is not accepted",
)
def late_opposition(basis: Basis) -> Iterator[Arising]:
    """Send a refusal on an opposition after eighteen months: a month after its end, seven after its begin at most."""
    for one in basis.record.designated:
        if not one.opposition_announced or one.opposition_begins is None:
            continue
        begun = Reckoning.of(one.opposition_begins, f"the opposition period at {one.party} begins")
        counted = begun.plus(months(7), "Madrid Art. 5(2)(c)(ii)")
        if one.opposition_ends:
            ended = Reckoning.of(one.opposition_ends, f"the opposition period at {one.party} ends")
            counted = earlier_of(ended.plus(months(1), "Madrid Art. 5(2)(c)(ii)"), counted, "Madrid Art. 5(2)(c)(ii)")
        yield Arising(counted)


@limit(
    "Madrid Rule 17(2)(vii)",
    actor="holder",
    consequence="What the Office has decided provisionally becomes final",
    confidence="practice",
)
def answer(basis: Basis) -> Iterator[Arising]:
    """Answer a provisional refusal, or ask for its review, at the Office that issued it."""
    for one in basis.record.designated:
        for refused in one.refusals:
            yield Arising(_answer(one, refused), office=one.party, done_on=refused.answered_on)


def _answer(one: Designated, refused: Refusal) -> Reckoning:
    told = response(one.party, on_opposition=refused.on_opposition)
    if told is None:
        return Reckoning(NotDeterminable((f"the time for an answer that the refusal of {one.party} states",)))
    if told.within is None:
        return Reckoning(NotDeterminable((f"which time of {one.party} applies",), f"its list says {told.said}"))
    name, what = FROM[told.counted]
    return Reckoning.of(getattr(refused, name), what).plus(told.within, told.cites)


@limit("Madrid Rule 18(1)(c)", actor="Office of the designated party", consequence="It is not recorded as a refusal")
def incomplete_refusal(basis: Basis) -> Iterator[Arising]:
    """Complete a refusal of which something is missing; where that is what it says of review, it is none until then."""
    for one in basis.record.designated:
        for refused in one.refusals:
            if refused.defective_since:
                cites = f"Madrid Rule {refused.defect or '18(1)(d)'}"
                told = Reckoning.of(refused.defective_since, "the invitation of the International Bureau")
                relief = RECORDED if refused.defect == "18(1)(c)" else ""
                yield Arising(told.plus(COMPLETION, cites), cites=cites, relief=relief, done_on=refused.completed_on)


@limit("Madrid Art. 6(3)", actor="anyone", nature="not before", moves=False)
def independence(basis: Basis) -> Iterator[Reckoning]:
    """The registration no longer depends on the basic mark, but for proceedings that began before this day."""
    yield basis.registration.plus(Period(years=5), "Madrid Art. 6(2)")


@limit("Madrid Art. 9quinquies", actor="former holder", consequence="The date of the registration cannot be kept")
def transformation(basis: Basis) -> Iterator[Arising]:
    """File with the Office of a party in place of the registration that was cancelled, keeping its date."""
    if basis.record.cancelled_at_origin_on is None:
        return
    cancelled = basis.fact("cancelled_at_origin_on", "the cancellation at the request of the Office of origin")
    for one in basis.record.designated:
        yield Arising(cancelled.plus(months(3), "Madrid Art. 9quinquies(i)"), office=one.party)


@limit(
    "Madrid Rule 34(3)(c)",
    actor="holder",
    relief="Continued processing may be asked for within two months (Rule 5bis)",
    consequence="The registration is cancelled for that party (Rule 34(3)(d))",
)
def second_part(basis: Basis) -> Iterator[Arising]:
    """Pay the second part of an individual fee, within the time that the notice states."""
    for notice in basis.notices("34(3)"):
        stated = Reckoning.of(notice.expires_on, "the day that the notice of the Office states", "Madrid Rule 34(3)(c)")
        yield Arising(stated, done_on=notice.remedied_on)
