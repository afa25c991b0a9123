"""The addresses of the three systems: the same four questions of each, and the parties of all."""

from django.urls import path, register_converter

from chancery.services.laws.registrations import views, views_dates, views_fees, views_members


class System:
    """The word of a system in an address."""

    regex = "madrid|hague|lisbon"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(System, "system")

urlpatterns = [
    path("members/", views_members.world, name="world"),
    path("members/table.csv", views_members.world_csv, name="world-csv"),
    path("members/table.json", views_members.world_json, name="world-json"),
    path("members/<slug:code>/", views_members.party, name="party"),
    path("<system:system>/", views.system, name="system"),
    path("<system:system>/designate/", views.designate, name="designate"),
    path("<system:system>/designate/answer.json", views.designate_json, name="designate-json"),
    path("<system:system>/fees/", views_fees.fees, name="system-fees"),
    path("<system:system>/fees/table.csv", views_fees.fees_csv, name="system-fees-csv"),
    path("<system:system>/fees/table.json", views_fees.fees_json, name="system-fees-json"),
    path("<system:system>/time-limits/", views_dates.time_limits, name="system-time-limits"),
    path("<system:system>/time-limits/calendar.ics", views_dates.calendar, name="system-calendar"),
    path("<system:system>/time-limits/table.csv", views_dates.time_limits_csv, name="system-time-limits-csv"),
    path("<system:system>/time-limits/table.json", views_dates.time_limits_json, name="system-time-limits-json"),
    path("<system:system>/members/", views_members.members_of, name="members"),
    path("<system:system>/members/table.csv", views_members.members_csv, name="members-csv"),
    path("<system:system>/members/table.json", views_members.members_json, name="members-json"),
]
