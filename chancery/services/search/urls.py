from django.urls import path

from chancery.services.search import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("export", views.export, name="export"),
    path("expert/", views.expert, name="expert"),
    path("expert/explanation", views.explanation, name="explanation"),
    path("fields/", views.by_field, name="fields"),
    path("<slug:collection>/", views.results, name="collection"),
    path("<slug:collection>/export", views.export, name="collection-export"),
    path("patents/<str:key>/files/<slug:sha256>", views.file, name="file"),
    path("<slug:collection>/<str:key>/", views.record, name="record"),
]
