from django.urls import path

from chancery.records.accounts.views import organisations, own, people

app_name = "accounts"
urlpatterns = [
    path("profile/", own.profile, name="profile"),
    path("sessions/<int:session_id>/end", own.end_session, name="end-session"),
    path("tokens/", own.tokens, name="tokens"),
    path("tokens/<int:token_id>/revoke", own.revoke, name="revoke"),
    path("organisations/", organisations.index, name="organisations"),
    path("organisations/<int:organisation_id>/", organisations.organisation, name="organisation"),
    path("organisations/<int:organisation_id>/act", organisations.act, name="organisation-act"),
    path("delegations/<int:delegation_id>/end", organisations.end, name="end-delegation"),
    path("invitations/<int:invitation_id>/withdraw", organisations.withdraw, name="withdraw-invitation"),
    path("invitation/", organisations.answer, name="answer"),
    path("invitation/<str:code>/", organisations.answer, name="invitation"),
    path("history/", organisations.history, name="history"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.staff, name="staff"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/roles", people.roles, name="roles"),
]
