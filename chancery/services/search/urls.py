from django.urls import path, re_path

from chancery.services.search import reproductions, similar_views, views

app_name = "search"
FILE = r"^registrations/(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/(?P<sha256>[0-9a-f]{64})"
urlpatterns = [
    path("", views.results, name="results"),
    path("export", views.export, name="export"),
    path("expert/", views.expert, name="expert"),
    path("expert/explanation", views.explanation, name="explanation"),
    path("fields/", views.by_field, name="fields"),
    path("similar-marks/", similar_views.page, name="similar"),
    path("similar-marks/report.pdf", similar_views.pdf, name="similar-report"),
    path("similar-marks/report.json", similar_views.data, name="similar-data"),
    re_path(rf"{FILE}$", reproductions.file, name="file-of-registration"),
    re_path(rf"{FILE}/small$", reproductions.small, name="picture"),
    path("<slug:collection>/", views.results, name="collection"),
    path("<slug:collection>/export", views.export, name="collection-export"),
    path("patents/<str:key>/files/<slug:sha256>", views.file, name="file"),
    path("<slug:collection>/<str:key>/", views.record, name="record"),
]
