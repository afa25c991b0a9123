"""The addresses of the portal: each room's own under one word."""

from django.urls import include, path

from chancery.site import api, api_docs, destruction, navigation, preferences, seen, views, well_known
from chancery.site.dashboard import views as dashboard
from chancery.site.health import healthz

urlpatterns = [
    path("", views.home, name="home"),
    path("my/", dashboard.page, name="dashboard"),
    path("my/arrange", dashboard.arrange, name="arrange"),
    path("account/seen/", seen.seen, name="seen"),
    path("account/destruction/", destruction.destruction, name="destruction"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("language/", views.language, name="language"),
    path("theme/", views.theme, name="theme"),
    path(".well-known/gpc.json", preferences.gpc, name="gpc"),
    path("navigation.js", navigation.script, name="navigation-js"),
    path("office.css", views.office_css, name="office-css"),
    path("office.svg", views.office_mark, name="office-mark"),
    path("healthz", healthz, name="healthz"),
    path(".well-known/security.txt", well_known.security_txt, name="security-txt"),
    path(".well-known/change-password", well_known.change_password, name="change-password"),
    path("search/", include("chancery.services.search.urls")),
    path("filing/", include("chancery.services.filing.urls")),
    path("docket/", include("chancery.services.docket.urls")),
    path("desk/", include("chancery.services.examination.urls")),
    path("gazette/", include("chancery.services.examination.gazette_urls")),
    path("law/", include("chancery.services.laws.urls")),
    path("contact/", include("chancery.services.contact.urls")),
    path("analytics/", include("chancery.services.analytics.urls")),
    path("register/", include("chancery.records.register.urls")),
    path("fees/", include("chancery.records.fees.urls")),
    path("letters/", include("chancery.records.mail.urls")),
    path("inbox/", include("chancery.records.mail.inbox_urls")),
    path("privacy/", include("chancery.records.privacy.urls")),
    path("", include("chancery.records.accounts.signon.urls")),
    path("account/", include("chancery.records.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("api/", api_docs.page, name="api-docs"),
    path("api/v1/", api.urls()),
]

handler400 = "chancery.site.views.bad_request"
handler403 = "chancery.site.views.forbidden"
handler404 = "chancery.site.views.not_found"
handler500 = "chancery.site.views.failed"
