"""The addresses of the classifications: one for each class, and one for the assistant."""

from django.urls import path

from chancery.services.laws.classifications import views

urlpatterns = [
    path("classifications/", views.index, name="classifications"),
    path("classifications/terms/", views.terms, name="terms"),
    path("classifications/<slug:classification>/", views.tree, name="classification"),
    path("classifications/<slug:classification>/<str:symbol>/", views.heading, name="classified"),
]
