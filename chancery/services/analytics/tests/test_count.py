from ipaddress import ip_network

from django.conf import settings

from chancery.services.analytics import agents, keys, referrers
from chancery.services.analytics.facts import Stay
from chancery.services.analytics.tests.conftest import ADDRESS, PERSON, view


def test_a_page_counts_once_in_each_table(added):
    assert added([view(), view()]) == {
        "days": {"2026-11-18": 1},
        "pages": {"search/": 1},
        "services": {"search": 1},
        "languages": {"en": 1},
        "referrers": {"none": 1},
    }


def test_a_visitor_counts_on_seven_pages_of_three_services_and_no_more(added):
    grown = added([view(route) for route in keys.pages()])
    assert sum(grown["pages"].values()) == 7
    assert sum(grown["services"].values()) == 3
    assert sum(grown["days"].values()) == 1


def test_two_visitors_count_twice(added):
    assert added([view(), view(address="203.0.113.78")])["pages"] == {"search/": 2}
    assert added([view(), view(agent="another browser")])["pages"] == {"search/": 2}


def test_devices_that_change_the_end_of_their_ipv6_address_stay_one_visitor(added):
    grown = added([view(address="2001:db8::1"), view(address="2001:db8::ffff:2"), view(address="2001:db8:1::1")])
    assert grown["pages"] == {"search/": 2}


def test_only_the_first_language_and_the_first_arrival_count(added):
    grown = added([view(), view("law/", language="ar", referrer="search")])
    assert (grown["languages"], grown["referrers"]) == ({"en": 1}, {"none": 1})


def test_a_link_on_the_portal_is_no_arrival(added):
    assert "referrers" not in added([view(referrer="")])


def test_a_route_that_is_not_in_the_table_counts_for_nothing(added):
    assert added([view("no/such/page/"), view("desk/"), view("api/v1/records")]) == {}


def test_time_on_a_page_counts_by_service_in_coarse_steps(added):
    grown = added([Stay(ADDRESS, PERSON, "search/", 75), Stay(ADDRESS, PERSON, "search/", 100)])
    assert grown == {"stays": {"search 60-180": 1}}


def test_every_length_of_a_stay_has_its_step():
    assert [keys.stay_class(seconds) for seconds in (0, 9, 10, 60, 180, 599, 600, 99_999)] == [
        *("0-10", "0-10", "10-60", "60-180", "180-600", "180-600", "600-", "600-")
    ]


def test_the_most_specific_network_names_the_country(db, settings, tmp_path, added):
    from chancery.services.analytics.countries import Countries

    table = Countries([(ip_network("203.0.113.0/24"), "CH"), (ip_network("203.0.113.64/26"), "FR")])
    assert [table.of(one) for one in ("203.0.113.77", "203.0.113.1", "198.51.100.1", "::ffff:203.0.113.1", "no")] == [
        *("FR", "CH", "other", "CH", "other")
    ]
    assert "countries" not in added(
        [view()], countries=[(ip_network("203.0.113.0/24"), "CH")]
    )  # not in this week's book


def test_without_a_table_there_are_no_countries(open_week):
    from chancery.services.analytics.tests.conftest import numbers

    assert "countries" not in numbers()


def test_programs_that_say_so_are_not_people():
    for agent in (
        "",
        "Googlebot/2.1",
        "curl/8.5",
        "python-requests/2.32",
        "Mozilla/5.0 HeadlessChrome/156",
        "Uptime-Kuma",
    ):
        assert agents.is_bot(agent), agent
    for agent in (PERSON, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"):
        assert not agents.is_bot(agent), agent


def test_a_referrer_is_reduced_to_its_class():
    said = {
        "": "none",
        "https://www.google.co.uk/search?q=secret+invention": "search",
        "https://duckduckgo.com/": "search",
        "https://www.linkedin.com/in/someone": "social",
        "https://example.org/page": "other",
        "https://notgoogle.com/": "other",
        "https://evilx.com/": "other",
        "https://office.example/law/": "",
        "http://[broken": "other",
    }
    assert {one: referrers.class_of(one, own_host="office.example") for one in said} == said


def test_pages_of_the_office_are_no_keys():
    assert "search/" in keys.pages()
    assert "account/login/" in keys.pages()
    assert not [route for route in keys.pages() if route.startswith(("desk/", "api/", "analytics/"))]


def test_the_operators_page_lists_every_word_by_which_a_program_is_known():
    page = (settings.ROOT / "docs/operating/analytics.md").read_text()
    for kind, said in agents.BOTS.items():
        assert f"| {kind} | {', '.join(said)} |" in page
