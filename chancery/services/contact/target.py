"""By when the office means to answer: its own target, in working days of its own calendar."""

from datetime import date, timedelta

from django.conf import settings

from chancery.treaties.kernel import of_office


def due_after(day: date) -> date:
    """The last day for an answer to what was asked on ``day``; days on which the office is closed do not count."""
    calendar = of_office(settings.OFFICE_CODE)
    for _day in range(settings.CONTACT_ANSWER_DAYS):
        day, _steps = calendar.roll(day + timedelta(days=1))
    return day
