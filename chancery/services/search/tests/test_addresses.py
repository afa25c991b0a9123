"""Addresses that are filled in are those that Django would work out."""

import pytest
from django.urls import reverse

from chancery.services.search.addresses import absolute

PLACES = [
    ("search:record", ("patents", "US20010000000")),
    ("api:record", ("laws", "pct-rule-26.2(a)")),
    ("search:record", ("marks", "Ψαρά & Söhne? 100% {0} #1")),
    ("api:record", ("indications", "a b+c;d=e,f:g@h~i!'*")),
    ("register:entry", (1234567,)),
]


@pytest.mark.parametrize(("view", "arguments"), PLACES)
def test_an_address_is_the_one_that_django_works_out(rf, settings, view, arguments):
    settings.ALLOWED_HOSTS = ["office.example"]
    request = rf.get("/", HTTP_HOST="office.example", secure=True)
    worked_out = request.build_absolute_uri(reverse(view, args=arguments))
    assert absolute(request, view, *arguments) == worked_out


def test_addresses_of_two_views_are_not_mixed_up(rf):
    one, other = (absolute(rf.get("/"), view, "marks", "1") for view in ("api:record", "search:record"))
    assert one != other
