from django.urls import path, re_path

from chancery.services.examination.views import gazette

app_name = "gazette"
urlpatterns = [
    path("", gazette.latest, name="latest"),
    re_path(r"^(?P<year>\d{4})-(?P<week>\d{2})/$", gazette.issue, name="issue"),
    re_path(r"^(?P<key>WO\d{10})-(?P<kind_code>A[1-9])\.pdf$", gazette.front, name="front"),
]
