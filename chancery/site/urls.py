"""The addresses of the portal: each room's own under one word."""

from django.urls import include, path

urlpatterns = [
    path("search/", include("chancery.services.search.urls")),
    path("filing/", include("chancery.services.filing.urls")),
    path("desk/", include("chancery.services.examination.urls")),
    path("law/", include("chancery.services.laws.urls")),
    path("register/", include("chancery.records.register.urls")),
    path("fees/", include("chancery.records.fees.urls")),
    path("letters/", include("chancery.records.mail.urls")),
    path("privacy/", include("chancery.records.privacy.urls")),
    path("account/", include("chancery.records.accounts.urls")),
    path("account/", include("allauth.urls")),
]
