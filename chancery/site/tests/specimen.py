"""Every piece of the furniture on one page, at /specimen/ of a portal under test: for the tests, and for the eye.

Look at it with ``DJANGO_SETTINGS_MODULE`` naming a settings module that imports the portal's and sets
``ROOT_URLCONF = "chancery.site.tests.specimen"``.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from chancery.core.access import public
from chancery.site import urls
from chancery.treaties.kernel.money import Money
from chancery.treaties.kernel.rule import Finding
from chancery.treaties.kernel.step import Step


class Priority(forms.Form):
    office = forms.ChoiceField(label="Office of first filing", choices=[("US", "United States of America")])
    number = forms.CharField(label="Application number", help_text="As the Office wrote it.")
    filed = forms.DateField(label="Filing date", required=False)
    wanted = forms.BooleanField(label="Fetch the document from the library", required=False)
    how = forms.ChoiceField(
        label="How", choices=[("a", "By post"), ("b", "By DAS")], widget=forms.RadioSelect, required=False
    )


FOUND = [
    Finding("PCT Rule 26bis.1(a)", "The twelve months run to Monday.", "priorities.0", "hint"),
    Finding("PCT Rule 8.1(b)", "The abstract has 187 words; it should have 50 to 150.", "parts.abstract"),
    Finding("PCT Art. 11(1)(iii)(c)", "There is no name.", "parties.0.name", "prevents"),
]
STEPS = [
    Step("First filing on 21 November; that day is not counted.", "PCT Rule 80.2", date(2025, 11, 21)),
    Step("Twelve months.", "PCT Rule 2.4(a)", date(2026, 11, 21)),
    "A Saturday.",
]


@public
def specimen(request):
    page = engines["django"].from_string((Path(__file__).parent / "specimen.html").read_text())
    context = {
        "form": Priority({"filed": "yesterday"}),
        "found": FOUND,
        "steps": STEPS,
        "page": Paginator(range(1000), 10).page(7),
        "day": date(2026, 11, 22),
        "at": datetime(2026, 11, 22, 13, 7, tzinfo=UTC),
        "fee": Money.of("1330", "CHF"),
        "less": Money.of("-200", "CHF"),
    }
    return HttpResponse(page.render(context, request))


@public
def broken(request):
    raise RuntimeError("as the test asked")


urlpatterns = [path("specimen/", specimen), path("broken/", broken), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
