from django.urls import path, re_path

from chancery.services.examination.registrations import issue_views, views

FILE = r"^registrations/(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"
urlpatterns = [
    path("registrations/", views.desk, name="registrations"),
    path("registrations.csv", views.export, name="registrations-csv"),
    re_path(rf"{FILE}$", views.file, name="registration"),
    re_path(rf"{FILE}documents/(?P<sha256>[0-9a-f]{{64}})$", views.document, name="registration-document"),
    re_path(rf"{FILE}take$", views.take, name="registration-take"),
    re_path(rf"{FILE}release$", views.release, name="registration-release"),
    re_path(rf"{FILE}acts/(?P<key>[a-z][a-z_]{{1,40}})/$", views.act, name="registration-act"),
    re_path(r"^bulletins/(?P<system>madrid|hague|lisbon)/$", issue_views.issue, name="registration-issue"),
]
"""Beside the PCT's, under the same name: `examination.urls` takes them in."""
