from django.urls import path, re_path

from chancery.services.examination.registrations import urls as registrations
from chancery.services.examination.views import acts, desk, issue, offices, simulation, unavailable
from chancery.services.examination.views.clock import clock

app_name = "examination"
CASE = r"^cases/(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})/"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("cases.csv", desk.export, name="export"),
    re_path(rf"{CASE}$", desk.case, name="case"),
    re_path(rf"{CASE}documents/(?P<sha256>[0-9a-f]{{64}})$", desk.document, name="document"),
    re_path(rf"{CASE}take$", desk.take, name="take"),
    re_path(rf"{CASE}release$", desk.release, name="release"),
    re_path(rf"{CASE}invite/$", acts.invite, name="invite"),
    re_path(rf"{CASE}invite/preview$", acts.preview, name="preview"),
    re_path(rf"{CASE}accord/$", acts.accord, name="accord"),
    re_path(rf"{CASE}not-an-application/$", acts.find_not_an_application, name="not-an-application"),
    re_path(rf"{CASE}acts/(?P<key>[a-z-]+)/$", offices.act, name="act"),
    path("issues/", issue.issue, name="issue"),
    re_path(r"^issues/prepare/(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})/$", issue.prepare, name="prepare"),
    path("issues/<int:year>-<str:week>/", issue.appeared, name="appeared"),
    path("simulation/", simulation.page, name="simulation"),
    path("simulation.csv", simulation.export, name="simulation-csv"),
    path("unavailable/", unavailable.unavailable, name="unavailable"),
    path("clock/", clock, name="clock"),
    *registrations.urlpatterns,
]
