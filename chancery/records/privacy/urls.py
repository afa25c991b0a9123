from django.urls import path

from chancery.records.privacy import consent_views, views, views_notice, views_office

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
    path("office/processing/", views_office.records, name="processing"),
    path("office/processors/", views_office.firm_list, name="firms"),
    path("office/processors/<int:processor_id>/end", views_office.end_firm, name="end-firm"),
    path("office/breaches/", views_office.breach_list, name="breaches"),
    path("office/breaches/<int:breach_id>/", views_office.breach, name="breach"),
    path("office/report/", views_office.accounted, name="report"),
    path("office/report.pdf", views_office.accounted_pdf, name="report-pdf"),
    path("office/report.json", views_office.accounted_json, name="report-json"),
    path("mine", views.mine, name="mine"),
    path("copy/", views.copy, name="copy"),
    path("rights/", views.rights, name="rights"),
    path("rights/restrict", views.restrict, name="restrict"),
    path("rights/object", views.object_to, name="object"),
    path("rights/<int:request_id>/withdraw", views.withdraw, name="withdraw"),
    path("consents/", consent_views.consents, name="consents"),
    path("erase/", views.erase, name="erase"),
    path("receipts/<str:code>/", views.receipt, name="receipt"),
    path("requests/", views.requests, name="requests"),
]
