from django.urls import path, re_path

from chancery.services.search import views
from chancery.services.search.alerts import views as alert_views
from chancery.services.search.analysis import views as analysis_views
from chancery.services.search.batches import views as sets_views
from chancery.services.search.exports import views as export_views
from chancery.services.search.languages import views as languages_views
from chancery.services.search.pictures import views as pictures_views
from chancery.services.search.records import reproductions
from chancery.services.search.records import views as record_views
from chancery.services.search.saved import views as saved_views
from chancery.services.search.similar import views as similar_views

app_name = "search"
FILE = r"^registrations/(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/(?P<sha256>[0-9a-f]{64})"
urlpatterns = [
    path("", views.results, name="results"),
    path("feed", alert_views.feed_of_question, name="feed"),
    path("export", export_views.export, name="export"),
    path("export/choice", export_views.choose, name="export-choice"),
    path("expert/", views.expert, name="expert"),
    path("expert/explanation", views.explanation, name="explanation"),
    path("fields/", views.by_field, name="fields"),
    path("fields/suggestions", views.suggestions, name="suggestions"),
    path("languages/", languages_views.page, name="languages"),
    path("sets/", sets_views.batch, name="sets"),
    path("sets/take", sets_views.take, name="sets-take"),
    path("sets/keep", sets_views.keep, name="sets-keep"),
    path("sets/<int:workbook_id>/", sets_views.workbook, name="workbook"),
    path("sets/<int:workbook_id>/delete", sets_views.delete, name="sets-delete"),
    path("compare/", record_views.compare, name="compare"),
    path("analysis/", analysis_views.page, name="analysis"),
    path("analysis.csv", analysis_views.table, name="analysis-csv"),
    path("similar-marks/", similar_views.page, name="similar"),
    path("similar-marks/report.pdf", similar_views.pdf, name="similar-report"),
    path("similar-marks/report.json", similar_views.data, name="similar-data"),
    path("similar-pictures/", pictures_views.page, name="similar-pictures"),
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
    path("<slug:collection>/feed", alert_views.feed_of_question, name="collection-feed"),
    path("<slug:collection>/export", export_views.export, name="collection-export"),
    path("<slug:collection>/export/choice", export_views.choose, name="collection-export-choice"),
    path("patents/<str:key>/files/<slug:sha256>", record_views.file, name="file"),
    path("<slug:collection>/<str:key>/", record_views.record, name="record"),
]
