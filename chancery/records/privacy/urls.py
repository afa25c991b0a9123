from django.urls import path

from chancery.records.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.notice, name="notice"),
    path("notice.json", views.notice_json, name="notice-json"),
    path("mine", views.mine, name="mine"),
    path("copy/", views.copy, name="copy"),
    path("rights/", views.rights, name="rights"),
    path("rights/<int:request_id>/withdraw", views.withdraw, name="withdraw"),
    path("erase/", views.erase, name="erase"),
    path("receipts/<str:code>/", views.receipt, name="receipt"),
    path("requests/", views.requests, name="requests"),
]
