"""The days from which the rules of this package hold, and under which Rule the Bureau tells of what is missing."""

from datetime import date

ACT_OF_1999 = date(2004, 4, 1)
"""Applications under the Geneva Act were received from that day on (from memory)."""

EMAIL = date(2021, 2, 1)
"""An e-mail address of applicants and representatives must be given (from memory)."""

APPLICATION = "Hague Rule 14(1)"
"""What is not remedied within three months ends the application (Art. 8(2)(a))."""

PARTY = "Hague Art. 8(2)(b)"
"""What is not remedied within three months ends the designation of that party only."""

DEFERMENT = "Hague Rule 16(2)"
"""The party is withdrawn within a month, or the deferment is disregarded."""
