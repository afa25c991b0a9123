from django.urls import path, re_path

from chancery.services.examination.registrations import bulletin_views as bulletins
from chancery.services.examination.views import gazette

app_name = "gazette"
SYSTEM = r"^(?P<system>madrid|hague|lisbon)/"
ISSUE = rf"{SYSTEM}(?P<year>\d{{4}})-(?P<week>\d{{2}})"
FILE = r"^(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})"
urlpatterns = [
    path("", gazette.latest, name="latest"),
    re_path(r"^(?P<year>\d{4})-(?P<week>\d{2})/$", gazette.issue, name="issue"),
    re_path(r"^(?P<key>WO\d{10})-(?P<kind_code>A[1-9])\.pdf$", gazette.front, name="front"),
    re_path(rf"{SYSTEM}$", bulletins.latest, name="bulletins"),
    re_path(rf"{SYSTEM}feed\.atom$", bulletins.feed, name="bulletin-feed"),
    re_path(rf"{ISSUE}/$", bulletins.issue, name="bulletin"),
    re_path(rf"{ISSUE}\.csv$", bulletins.table, name="bulletin-csv"),
    re_path(rf"{ISSUE}\.json$", bulletins.data, name="bulletin-json"),
    re_path(rf"{ISSUE}\.pdf$", bulletins.printed, name="bulletin-pdf"),
    re_path(rf"{FILE}/extract\.pdf$", bulletins.extract_pdf, name="extract"),
    re_path(rf"{FILE}/attestation\.pdf$", bulletins.attestation, name="attestation"),
]
