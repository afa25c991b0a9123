from django.urls import path

from chancery.records.accounts.signon.views import desk, leaving, outside, own, protocol

app_name = "signon"
urlpatterns = [
    path(".well-known/openid-configuration", protocol.configuration, name="configuration"),
    path(".well-known/jwks.json", protocol.jwks, name="jwks"),
    path("signon/", own.about, name="about"),
    path("signon/authorize", protocol.authorize, name="authorize"),
    path("signon/consent", protocol.consent, name="consent"),
    path("signon/switch", protocol.switch, name="switch"),
    path("signon/token", protocol.token, name="token"),
    path("signon/userinfo", protocol.userinfo, name="userinfo"),
    path("signon/revoke", protocol.revoke, name="revoke"),
    path("signon/logout", leaving.logout, name="logout"),
    path("signon/left", leaving.left, name="left"),
    path("signon/outside/<slug:provider>", outside.leave_for, name="leave-for"),
    path("account/elsewhere/", outside.linked, name="linked"),
    path("account/elsewhere/<int:account_id>/unlink", outside.unlink, name="unlink"),
    path("account/services/", own.services, name="services"),
    path("account/services/<int:access_id>/end", own.end, name="end"),
    path("account/registered-services/", desk.services, name="desk"),
    path("account/registered-services/new", desk.register, name="register"),
    path("account/registered-services/<str:client_id>/", desk.service, name="service"),
    path("account/registered-services/<str:client_id>/secret", desk.renew, name="renew"),
    path("account/registered-services/<str:client_id>/close", desk.close, name="close"),
]
