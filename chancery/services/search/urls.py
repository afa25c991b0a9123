from django.urls import path, re_path

from chancery.services.search import (
    alert_views,
    analysis_views,
    export_views,
    record_views,
    reproductions,
    saved_views,
    similar_views,
    views,
)

app_name = "search"
FILE = r"^registrations/(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/(?P<sha256>[0-9a-f]{64})"
urlpatterns = [
    path("", views.results, name="results"),
    path("export", export_views.export, name="export"),
    path("export/choice", export_views.choose, name="export-choice"),
    path("expert/", views.expert, name="expert"),
    path("expert/explanation", views.explanation, name="explanation"),
    path("fields/", views.by_field, name="fields"),
    path("compare/", record_views.compare, name="compare"),
    path("analysis/", analysis_views.page, name="analysis"),
    path("analysis.csv", analysis_views.table, name="analysis-csv"),
    path("similar-marks/", similar_views.page, name="similar"),
    path("similar-marks/report.pdf", similar_views.pdf, name="similar-report"),
    path("similar-marks/report.json", similar_views.data, name="similar-data"),
    re_path(rf"{FILE}$", reproductions.file, name="file-of-registration"),
    re_path(rf"{FILE}/small$", reproductions.small, name="picture"),
    path("saved/", saved_views.saved_list, name="saved"),
    path("saved/save", saved_views.save, name="save"),
    path("saved/<int:saved_id>/", saved_views.saved_search, name="saved-search"),
    path("saved/<int:saved_id>/alerts", alert_views.begin, name="begin-alert"),
    path("watch/", alert_views.watch, name="watch"),
    path("alerts/<int:alert_id>/act", alert_views.act, name="act-on-alert"),
    path("alerts/<int:alert_id>/<slug:secret>/", alert_views.alert, name="alert"),
    path("alerts/<int:alert_id>/<slug:secret>.atom", alert_views.feed, name="alert-feed"),
    path("<slug:collection>/", views.results, name="collection"),
    path("<slug:collection>/export", export_views.export, name="collection-export"),
    path("<slug:collection>/export/choice", export_views.choose, name="collection-export-choice"),
    path("patents/<str:key>/files/<slug:sha256>", record_views.file, name="file"),
    path("<slug:collection>/<str:key>/", record_views.record, name="record"),
]
