"""Addresses of registration files: those of applicants and holders."""

from django.urls import re_path

from chancery.services.filing.registrations import acts_views, file_views

FILE = r"^(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"

urlpatterns = [
    re_path(FILE + r"$", file_views.file, name="registration"),
    re_path(FILE + r"life/$", file_views.life, name="registration-life"),
    re_path(FILE + r"limits\.ics$", file_views.calendar, name="registration-calendar"),
    re_path(FILE + r"files/(?P<sha256>[0-9a-f]{64})/$", file_views.document, name="registration-document"),
    re_path(FILE + r"application\.pdf$", file_views.printed, name="registration-printed"),
    re_path(FILE + r"sharing/$", file_views.shared, name="registration-sharing"),
    re_path(FILE + r"notices/(?P<notice>\d{1,6})/$", acts_views.answer, name="registration-answer"),
    re_path(FILE + r"acts/$", acts_views.acts, name="registration-acts"),
    re_path(FILE + r"acts/(?P<key>[a-z][a-z_0-9]{1,40})/$", acts_views.act, name="registration-act"),
    re_path(FILE + r"acts/(?P<entry>\d{1,12})/$", acts_views.done, name="registration-done"),
    re_path(FILE + r"acts/(?P<entry>\d{1,12})/receipt\.pdf$", acts_views.act_receipt, name="registration-receipt"),
]
