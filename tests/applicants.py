"""Prepares drafts that can be handed in: ``python -m tests.applicants PEOPLE DRAFTS`` with a portal's settings.

Prints JSON: for each person the token for the API, and the ids of their drafts. The PDFs are inspected once; each
further draft is a copy.
"""

import json
import sys


def prepare(people: int, drafts: int) -> list[dict]:
    from chancery.core import clock
    from chancery.records.accounts import actions as accounts
    from chancery.records.documents.tests import samples
    from chancery.services.filing import actions
    from chancery.services.filing.tests.people import FILEABLE

    prepared = []
    for number in range(people):
        at = clock.now()
        by = accounts.open_account(f"filer{number}@example.org", name=f"Filer {number}", password="long enough")
        token = accounts.make_token("filing", by=by, at=at)
        first = actions.start(by=by, at=at)
        actions.save(first, changes=FILEABLE, revision=1, by=by, at=at)
        for kind in ("description", "claims"):
            actions.attach(first, kind=kind, data=samples.pdf(), name=f"{kind}.pdf", by=by, at=at)
        copies = [actions.copy(first, by=by, at=at) for _ in range(drafts - 1)]
        prepared.append({"user": by, "token": token, "drafts": [first, *copies]})
    return prepared


if __name__ == "__main__":
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    json.dump(prepare(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
