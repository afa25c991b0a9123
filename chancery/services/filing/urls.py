from django.urls import path, re_path

from chancery.services.filing.registrations import file_urls, presented
from chancery.services.filing.views import (
    acts,
    address_book,
    applications,
    drafts,
    gathering,
    handing_in,
    mine,
    observing,
    sharing,
    signatures,
)

app_name = "filing"
NUMBER = r"^(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})/"

urlpatterns = [
    path("", mine.mine, name="mine"),
    path("applications.csv", mine.export, name="export"),
    path("start/", drafts.start, name="start"),
    path("drafts/<int:pk>/", drafts.draft, name="draft"),
    path("drafts/<int:pk>/check/", handing_in.check, name="check"),
    path("drafts/<int:pk>/request.pdf", drafts.request_sheets, name="draft-request"),
    path("drafts/<int:pk>/copy/", drafts.copy, name="copy"),
    path("drafts/<int:pk>/<slug:slug>/take-over/", address_book.take_over, name="take-over"),
    path("drafts/<int:pk>/signatures/", signatures.ask, name="signatures"),
    path("gathering/<int:act>/", gathering.gather, name="gathering"),
    path("sign-act/<str:invited>/", gathering.sign, name="sign-act"),
    path("sign-act/<str:invited>/<str:sha256>/", gathering.file, name="sign-act-file"),
    path("sign/<str:secret>/", signatures.sign, name="sign"),
    path("sign/<str:secret>/<str:kind>/", signatures.file, name="sign-file"),
    path("drafts/<int:pk>/sharing/", sharing.of_draft, name="draft-sharing"),
    path("drafts/<int:pk>/discard/", drafts.discard, name="discard"),
    path("drafts/<int:pk>/files/<str:kind>/", drafts.file, name="draft-file"),
    path("drafts/<int:pk>/<slug:slug>/", drafts.box, name="box"),
    re_path(file_urls.FILE + r"presented/$", presented.presented, name="presented"),
    re_path(file_urls.FILE + r"presented/receipt\.pdf$", presented.receipt, name="presented-receipt"),
    path("observe/received/<str:token>/", observing.observed, name="observed"),
    re_path(NUMBER.replace("^", "^observe/") + r"$", observing.observe, name="observe"),
    re_path(NUMBER + r"$", applications.application, name="application"),
    re_path(NUMBER + r"filed/$", applications.filed, name="filed"),
    re_path(NUMBER + r"receipt/$", applications.receipt, name="receipt"),
    re_path(NUMBER + r"copy/$", applications.copy, name="copy-filed"),
    re_path(NUMBER + r"request\.pdf$", applications.request_sheets, name="request"),
    re_path(NUMBER + r"files/(?P<sha256>[0-9a-f]{64})/$", applications.file, name="file"),
    re_path(NUMBER + r"sharing/$", sharing.of_application, name="sharing"),
    re_path(NUMBER + r"acts/$", acts.acts, name="acts"),
    re_path(NUMBER + r"acts/(?P<key>[a-z][a-z_0-9]{1,40})/$", acts.act, name="act"),
    re_path(NUMBER + r"acts/(?P<entry>\d{1,12})/$", acts.done, name="act-done"),
    re_path(NUMBER + r"acts/(?P<entry>\d{1,12})/receipt\.pdf$", acts.act_receipt, name="act-receipt"),
    re_path(NUMBER + r"answer/(?P<invitation>\d{1,6})/$", handing_in.answer, name="answer"),
    *file_urls.urlpatterns,
]
