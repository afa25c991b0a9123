from django.urls import path

from chancery.records.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.notice, name="notice"),
    path("notice.json", views.notice_json, name="notice-json"),
    path("mine", views.mine, name="mine"),
]
