from django.urls import path

from chancery.services.laws import views, views_offices, views_provisions, views_tables
from chancery.services.laws.classifications import urls as classifications
from chancery.services.laws.registrations import urls as registrations

app_name = "laws"
urlpatterns = [
    path("", views.index, name="index"),
    path("closed-days/", views.closed_days, name="closed-days"),
    path("pct/time-limits/", views.time_limits, name="time-limits"),
    path("pct/time-limits/calendar.ics", views.time_limits_calendar, name="time-limits-calendar"),
    path("pct/time-limits/table.csv", views.time_limits_csv, name="time-limits-csv"),
    path("pct/excuse/", views.excuse, name="excuse"),
    path("pct/fees/", views.fees, name="fees"),
    path("pct/receiving-office/", views_offices.receiving_office, name="receiving-office"),
    path("pct/national-phase/", views_offices.national_phase, name="national-phase"),
    path("pct/forms/", views_tables.forms, name="forms"),
    path("pct/forms/table.csv", views_tables.forms_csv, name="forms-csv"),
    path("pct/states/", views_tables.states, name="states"),
    path("pct/states/table.csv", views_tables.states_csv, name="states-csv"),
    *classifications.urlpatterns,
    *registrations.urlpatterns,
    path("<slug:treaty>/", views_provisions.treaty, name="treaty"),
    path("<slug:treaty>/provisions/", views_provisions.treaty, name="provisions"),
    path("<slug:treaty>/provisions/table.csv", views_provisions.provisions_csv, name="provisions-csv"),
    path("<slug:treaty>/provisions/table.json", views_provisions.provisions_json, name="provisions-json"),
    path("<slug:treaty>/<str:slug>/", views_provisions.provision, name="provision"),
]
