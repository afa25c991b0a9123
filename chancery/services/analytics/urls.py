from django.urls import path

from chancery.services.analytics import views

app_name = "analytics"
urlpatterns = [
    path("", views.figures, name="figures"),
    path("figures.csv", views.figures_csv, name="csv"),
    path("stay", views.stay, name="stay"),
]
