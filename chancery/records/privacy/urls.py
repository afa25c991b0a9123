from django.urls import path

from chancery.records.privacy import consent_views, views, views_notice

app_name = "privacy"
urlpatterns = [
    path("", views_notice.notice, name="notice"),
    path("notice.json", views_notice.notice_json, name="notice-json"),
    path("dpv.jsonld", views_notice.notice_dpv, name="dpv"),
    path("services/<slug:key>/", views_notice.service, name="service"),
    path("versions/", views_notice.history, name="versions"),
    path("versions/feed.atom", views_notice.feed, name="feed"),
    path("versions/<int:number>/", views_notice.version, name="version"),
    path("versions/<int:old>/<int:new>/", views_notice.changes, name="changes"),
    path("accept/", views_notice.accept, name="accept"),
    path("cookies/", views_notice.cookies, name="cookies"),
    path("mine", views.mine, name="mine"),
    path("copy/", views.copy, name="copy"),
    path("rights/", views.rights, name="rights"),
    path("rights/<int:request_id>/withdraw", views.withdraw, name="withdraw"),
    path("consents/", consent_views.consents, name="consents"),
    path("erase/", views.erase, name="erase"),
    path("receipts/<str:code>/", views.receipt, name="receipt"),
    path("requests/", views.requests, name="requests"),
]
