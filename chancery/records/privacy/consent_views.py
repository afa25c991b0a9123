"""The page of what a person has agreed to: every yes and no, the text that was shown, and whether the ledger holds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chancery.core.access import signed_in
from chancery.records.privacy import queries


@signed_in
@never_cache
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """A person's own entries; ``?check`` counts the hashes of the whole ledger again."""
    me = request.user.pk
    assert me is not None  # the mark on the view has seen to it
    context = {
        "said": queries.consents_of(me),
        "checked": queries.check_consents() if "check" in request.GET else None,
    }
    return render(request, "privacy/consents.html", context)
