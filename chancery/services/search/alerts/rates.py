"""How often alerts without account may be asked for: no test of being human, but a limit that all workers share."""

from django.http import HttpRequest

from chancery.services.search.fairness import quota
from chancery.services.search.fairness.quota import HOUR, Bucket

ASKED = Bucket("alerts-asked", HOUR)
OF_CALLER, OF_ADDRESS = 20, 5


def seconds_to_wait(request: HttpRequest, email: str, *, second: int) -> int:
    """Count this asking: for the caller, and for the address that would be written to. 0 where it may go on.

    ``second`` is the present time in whole seconds.
    """
    limits = {quota.caller(request): OF_CALLER, f"mail {email.strip().lower()}": OF_ADDRESS}
    left = [ASKED.look(who, limit=limit, second=second) for who, limit in limits.items()]
    if any(one.spent for one in left):
        return left[0].reset
    for who, limit in limits.items():
        ASKED.take(who, 1, limit=limit, second=second)
    return 0
