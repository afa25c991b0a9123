"""Nothing here is about a person. What is published carries noise that hides whether any visitor was there at all;
until then the counters stand in a file that begins with noise. Address and browser are never written (decision 0017).
"""

from chancery.core.personal import Holding

HOLDS = (
    Holding(
        model="analytics.Release",
        what="The weeks for which the use of the portal has been published",
        impersonal=("id", "week", "released_at", "lives", "days", "epsilon"),
    ),
    Holding(
        model="analytics.Cell",
        what="How often pages are used, in numbers with noise that hides every visitor",
        impersonal=("id", "release", "table", "key", "value"),
    ),
)
