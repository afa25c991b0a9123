"""The table of all time limits of the Madrid system, roughly in the order in which they end."""

from chancery.treaties.kernel.calendar import Calendars, of_office
from chancery.treaties.kernel.limits import TimeLimit
from chancery.treaties.kernel.timing import Limit, docket
from chancery.treaties.madrid import limits_application, limits_life, limits_protection
from chancery.treaties.madrid.basis import Basis
from chancery.treaties.madrid.record import Record

LIMITS: tuple[Limit, ...] = (
    limits_application.priority,
    limits_application.presentation,
    limits_application.intention_to_use,
    limits_application.irregularity,
    limits_application.fees_short,
    limits_application.origin_irregularity,
    limits_application.classification_reminder,
    limits_application.classification_opinion,
    limits_application.classification_fees,
    limits_application.limitation_classes,
    limits_application.vague_term,
    limits_application.translation_comments,
    limits_application.continued_processing,
    limits_application.excuse,
    limits_application.representative_leaves,
    limits_protection.refusal,
    limits_protection.correction_refusal,
    limits_protection.late_opposition,
    limits_protection.incomplete_refusal,
    limits_protection.answer,
    limits_protection.second_part,
    limits_protection.transformation,
    limits_life.subsequent_presentation,
    limits_life.subsequent_irregularity,
    limits_life.change_irregularity,
    limits_life.no_effect,
    limits_life.correction,
    limits_life.continuation,
    limits_protection.independence,
    limits_life.renewal_notice,
    limits_life.renewal,
    limits_life.renewal_rest,
)
"""Every time limit that is computed."""


def time_limits(record: Record, *, calendars: Calendars = of_office) -> tuple[TimeLimit, ...]:
    """The time limits of a mark: those that run for every mark, and those whose occasion has come."""
    return docket(LIMITS, Basis(record, calendars))
