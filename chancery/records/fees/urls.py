from django.urls import path

from chancery.records.fees import views

app_name = "fees"
urlpatterns = [
    path("<str:number>/", views.statement, name="statement"),
    path("<str:number>/payments", views.payments, name="payments"),
]
