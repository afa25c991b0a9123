from django.urls import path

from chancery.records.accounts.views import confirmations, groups, organisations, own, people, succession

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
    path("organisations/<int:organisation_id>/groups", groups.make, name="make-group"),
    path("groups/<int:group_id>/", groups.group, name="group"),
    path("groups/<int:group_id>/members", groups.belong, name="group-members"),
    path("organisations/<int:organisation_id>/claim", succession.ask, name="ask-claim"),
    path("claims/", succession.claims, name="claims"),
    path("claims/<int:claim_id>/decide", succession.decide, name="decide-claim"),
    path("claims/<int:claim_id>/answer", succession.answer, name="answer-claim"),
    path("confirmations/", confirmations.confirmations, name="confirmations"),
    path("confirmations/<int:proposal_id>/confirm", confirmations.confirm, name="confirm"),
    path("confirmations/<int:proposal_id>/decline", confirmations.decline, name="decline"),
    path("confirmations/<int:proposal_id>/withdraw", confirmations.withdraw, name="withdraw-proposal"),
    path("history/", organisations.history, name="history"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.staff, name="staff"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/sessions", people.end_sessions, name="end-sessions"),
    path("people/<int:user_id>/roles", people.roles, name="roles"),
]
