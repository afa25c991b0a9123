from django.urls import path, re_path

from chancery.services.docket import views

app_name = "docket"
APPLICATION = r"^(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})/"
FILE = r"^(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"
urlpatterns = [
    path("", views.docket, name="docket"),
    path("docket.csv", views.export, name="export"),
    path("reminders/", views.wishes, name="wishes"),
    path("feed/open", views.open_feed, name="open-feed"),
    path("feed/close", views.close_feed, name="close-feed"),
    path("feed/<str:secret>.ics", views.feed, name="feed"),
    re_path(rf"{FILE}why/(?P<place>\d{{1,4}})/$", views.why, name="why-registration"),
    re_path(rf"{APPLICATION}why/(?P<place>\d{{1,4}})/$", views.why, name="why"),
    re_path(rf"{APPLICATION}what-if/$", views.what_if, name="what-if"),
]
