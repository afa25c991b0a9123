"""The day on which an application is judged: that of its receipt, or for a draft the day on which one asks."""

from datetime import date

from chancery.treaties.pct.application import Application


def day_of_filing(application: Application, on: date) -> date:
    return application.received_on or on
