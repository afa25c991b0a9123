"""Taking a person over from an earlier application."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chancery.core import clock
from chancery.core.access import signed_in
from chancery.core.refusal import Refused
from chancery.services.filing import actions, address_book, books
from chancery.services.filing.views.counter import own_draft, say, user_id


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The address book of the person who asks; a button puts somebody into the box."""
    row = own_draft(request, pk)
    box = books.of(row).by_slug.get(slug)
    place = address_book.place_of(books.of(row), box) if box else ""
    if not place or not row.is_open:
        raise Http404("no such list")
    if request.method == "POST":
        key, by = request.POST.get("person", ""), user_id(request)
        try:
            actions.take_over(pk, group=place, person=key, by=by, at=clock.now())
        except Refused as refused:
            say(request, refused)
            return redirect(request.path)
        return redirect(reverse("filing:box", args=[pk, slug]) + "#box")
    words = request.GET.get("q", "").strip()[:200]
    people = address_book.known(user_id(request), row.treaty, place, on=clock.today(), words=words)
    return render(request, "filing/address_book.html", {"draft": row, "box": box, "people": people, "words": words})
