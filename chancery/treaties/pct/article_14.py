"""Article 14(1)(a): what the receiving Office checks and invites to correct, with Rule 26.2bis."""

from chancery.treaties.kernel.rule import Found, rule
from chancery.treaties.pct.application import Application, Party
from chancery.treaties.pct.force import FIRST_FILINGS


@rule("PCT Art. 14(1)(a)(i)", since=FIRST_FILINGS, invites="PCT/RO/106")
def is_signed(application: Application) -> Found:
    """The request must be signed by the applicant or the agent.

    Where there are several applicants, the signature of one is enough for the receiving Office (Rule
    26.2bis(a)).
    """
    if not any(signature.name.strip() for signature in application.signatures):
        yield "signatures"


@rule("PCT Art. 14(1)(a)(ii)", since=FIRST_FILINGS, invites="PCT/RO/106")
def says_who_the_applicant_is(application: Application) -> Found:
    """The address, the nationality and the residence of an applicant must be given.

    It is enough for one applicant who is entitled to file with the receiving Office (Rule 26.2bis(b)); Rule
    4.5 asks the rest of every applicant.
    """
    place = whom_it_concerns(application)
    if place is not None:
        for word in wanting(application.parties[place]):
            yield f"parties.{place}.{word}"


def wanting(party: Party) -> list[str]:
    """What the receiving Office needs to know of one applicant, and is not given."""
    return [word for word in ("address", "nationality", "residence") if not getattr(party, word).strip()]


def whom_it_concerns(application: Application) -> int | None:
    """The place of the applicant whose data are asked for: the first named, unless the data of another are complete."""
    named = [place for place, party in enumerate(application.parties) if party.applicant and party.name.strip()]
    complete = any(not wanting(application.parties[place]) for place in named)
    return None if complete or not named else named[0]


@rule("PCT Art. 14(1)(a)(iii)", since=FIRST_FILINGS, invites="PCT/RO/106")
def has_a_title(application: Application) -> Found:
    """The title of the invention must be given."""
    if not application.title.strip():
        yield "title"


@rule("PCT Art. 14(1)(a)(iv)", since=FIRST_FILINGS, invites="PCT/RO/106")
def has_an_abstract(application: Application) -> Found:
    """An abstract must be there.

    Its sheet counts for the fee even while it is missing.
    """
    if application.part("abstract") is None:
        yield "parts.abstract"
