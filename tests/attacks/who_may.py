"""Who may open what: every address that names something of Ada's, by verb. Written down, not computed.

A letter is a person. A: Ada, the applicant, who also administers her organisation. B: Bo, a colleague in it, with whom
the application is shared to look. M: Mia, whom Ada lets act for her. O, P, R: officer, publisher and operator of the
office. Nobody else, neither E, a stranger with an account, nor N, somebody without one, but where it says so. "" is for
nobody here: a secret address of which the walk holds one with a wrong letter, or a thing that is not there. A verb that
is not named is not taken. An address that is not named fails the test.
"""

PCT = r"(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})"
REGISTRATION = r"(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})"
SHOWN = r"(?P<sha256>[0-9a-f]{64})"
MARKS = r"(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})"
OWN, CLOSED = "A", ""
SHARED = "BMA"
"""Ada, and those to whom she has opened it."""
FILE = "BMAOP"
"""They, and the office's people who work on the file; not its operator."""
DESK = {"get": "OP", "post": CLOSED}
DECIDES = {"get": "O", "post": "O"}
DOES = {"get": CLOSED, "post": "O"}
HOUSE = {"get": "BA", "post": "BA"}

WHO: dict[str, dict[str, str]] = {
    # What is published is for everyone; this is not, so that it is for nobody
    "search/patents/<str:key>/files/<slug:sha256>": {"get": CLOSED},
    "search/<slug:collection>/<str:key>/": {"get": CLOSED},
    f"register/^{PCT}/feed\\.atom$": {"get": CLOSED},
    f"filing/^observe/{PCT}/$": {"get": CLOSED, "post": CLOSED},
    "api/v1/records/<collection>/<key>": {"get": CLOSED},
    "api/v1/records/<collection>/<key>/similar-pictures": {"get": CLOSED},
    "api/v1/records/<collection>/<key>/similar-pictures/report": {"get": CLOSED},
    "api/v1/records/<collection>/<key>/surroundings": {"get": CLOSED},
    "api/v1/analytics/weeks/<week>": {"get": CLOSED},
    f"register/^{REGISTRATION}/feed\\.atom$": {"get": CLOSED},
    f"register/^{REGISTRATION}/extract\\.json$": {"get": CLOSED},
    "register/^(?P<system>madrid|hague|lisbon)/(?P<written>[A-Za-z0-9. _-]{1,20})/$": {"get": CLOSED},
    f"gazette/^{REGISTRATION}/extract\\.pdf$": {"get": CLOSED},
    f"gazette/^{REGISTRATION}/attestation\\.pdf$": {"get": CLOSED},
    f"search/^registrations/{REGISTRATION}/{SHOWN}$": {"get": CLOSED},
    f"search/^registrations/{REGISTRATION}/{SHOWN}/small$": {"get": CLOSED},
    "api/v1/register/bulletins/<system>/<int:year>/<int:week>": {"get": CLOSED},
    # Secret addresses: who holds the letter, whoever it is
    "filing/sign-act/<str:invited>/": {"get": CLOSED, "post": CLOSED},
    "filing/sign-act/<str:invited>/<str:sha256>/": {"get": CLOSED},
    "filing/sign/<str:secret>/": {"get": CLOSED, "post": CLOSED},
    "filing/sign/<str:secret>/<str:kind>/": {"get": CLOSED},
    "filing/observe/received/<str:token>/": {"get": CLOSED},
    "docket/feed/<str:secret>.ics": {"get": CLOSED},
    "search/alerts/<int:alert_id>/<slug:secret>/": {"get": CLOSED, "post": CLOSED},
    "search/alerts/<int:alert_id>/<slug:secret>.atom": {"get": CLOSED},
    "api/v1/watches/<alert>/<secret>": {"get": CLOSED, "delete": CLOSED},
    "api/v1/watches/<alert>/<secret>/records": {"get": CLOSED},
    "api/v1/watches/<alert>/<secret>/confirmation": {"post": CLOSED},
    "api/v1/watches/<alert>/<secret>/rhythm": {"put": CLOSED},
    "contact/<int:question_id>/<slug:secret>/": {"get": CLOSED, "post": CLOSED},
    "inbox/stop/<str:token>/": {"get": CLOSED, "post": CLOSED},
    "privacy/receipts/<str:code>/": {"get": CLOSED},
    "account/invitation/<str:code>/": {"get": CLOSED, "post": CLOSED},
    "account/^confirm-email/(?P<key>[-:\\w]+)/$": {"get": CLOSED, "post": CLOSED},
    "account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": {"get": CLOSED, "post": CLOSED},
    # A draft is nobody's but its owner's: it was shared with no one
    "filing/drafts/<int:pk>/": {"get": OWN},
    "filing/drafts/<int:pk>/check/": {"get": OWN, "post": OWN},
    "filing/drafts/<int:pk>/request.pdf": {"get": OWN},
    "filing/drafts/<int:pk>/copy/": {"post": OWN},
    "filing/drafts/<int:pk>/<slug:slug>/take-over/": {"get": OWN, "post": OWN},
    "filing/drafts/<int:pk>/signatures/": {"get": OWN, "post": OWN},
    "filing/drafts/<int:pk>/sharing/": {"get": OWN, "post": OWN},
    "filing/drafts/<int:pk>/discard/": {"get": OWN, "post": OWN},
    "filing/drafts/<int:pk>/files/<str:kind>/": {"get": OWN},
    "filing/drafts/<int:pk>/<slug:slug>/": {"get": OWN, "post": OWN},
    "api/v1/filing/drafts/<draft>": {"get": OWN, "put": OWN, "patch": OWN, "delete": OWN},
    "api/v1/filing/drafts/<draft>/parts/<kind>": {"put": OWN, "delete": OWN},
    "api/v1/filing/drafts/<draft>/files/<showing>": {"put": OWN, "delete": OWN},
    "api/v1/filing/drafts/<draft>/mark": {"put": OWN, "patch": OWN},
    "api/v1/filing/drafts/<draft>/design": {"put": OWN, "patch": OWN},
    "api/v1/filing/drafts/<draft>/indication": {"put": OWN, "patch": OWN},
    "api/v1/filing/drafts/<draft>/check": {"get": OWN},
    "api/v1/filing/drafts/<draft>/signatures": {"post": OWN},
    "api/v1/filing/drafts/<draft>/submission": {"post": OWN},
    # The application at the applicant's counter; who may only look is told so (403, 409, 422), not that it is not there
    f"filing/^{PCT}/$": {"get": SHARED},
    f"filing/^{PCT}/filed/$": {"get": SHARED},
    f"filing/^{PCT}/receipt/$": {"get": SHARED},
    f"filing/^{PCT}/request\\.pdf$": {"get": SHARED},
    f"filing/^{PCT}/files/(?P<sha256>[0-9a-f]{{64}})/$": {"get": SHARED},
    f"filing/^{PCT}/sharing/$": {"get": SHARED, "post": SHARED},
    f"filing/^{PCT}/acts/$": {"get": SHARED},
    f"filing/^{PCT}/acts/(?P<key>[a-z][a-z_0-9]{{1,40}})/$": {"get": SHARED, "post": SHARED},
    f"filing/^{PCT}/acts/(?P<entry>\\d{{1,12}})/$": {"get": SHARED},
    f"filing/^{PCT}/acts/(?P<entry>\\d{{1,12}})/receipt\\.pdf$": {"get": SHARED},
    f"filing/^{MARKS}/presented/$": {"get": SHARED},
    f"filing/^{MARKS}/presented/receipt\\.pdf$": {"get": SHARED},
    f"filing/^{PCT}/answer/(?P<invitation>\\d{{1,6}})/$": {"get": SHARED, "post": OWN},
    "filing/gathering/<int:act>/": {"get": OWN, "post": OWN},
    f"filing/^{PCT}/copy/$": {"post": SHARED},
    # A registration file at its holder's counter
    f"filing/^{REGISTRATION}/$": {"get": SHARED},
    f"filing/^{REGISTRATION}/life/$": {"get": SHARED},
    f"filing/^{REGISTRATION}/limits\\.ics$": {"get": SHARED},
    f"filing/^{REGISTRATION}/application\\.pdf$": {"get": SHARED},
    f"filing/^{REGISTRATION}/files/(?P<sha256>[0-9a-f]{{64}})/$": {"get": SHARED},
    f"filing/^{REGISTRATION}/sharing/$": {"get": SHARED, "post": SHARED},
    f"filing/^{REGISTRATION}/notices/(?P<notice>\\d{{1,6}})/$": {"get": SHARED, "post": SHARED},
    f"filing/^{REGISTRATION}/acts/$": {"get": SHARED},
    f"filing/^{REGISTRATION}/acts/(?P<key>[a-z][a-z_0-9]{{1,40}})/$": {"get": SHARED, "post": SHARED},
    f"filing/^{REGISTRATION}/acts/(?P<entry>\\d{{1,12}})/$": {"get": SHARED},
    f"filing/^{REGISTRATION}/acts/(?P<entry>\\d{{1,12}})/receipt\\.pdf$": {"get": SHARED},
    "api/v1/filing/registrations/<number>": {"get": SHARED},
    "api/v1/filing/registrations/<number>/life": {"get": SHARED},
    "api/v1/filing/registrations/<number>/acts": {"get": SHARED},
    "api/v1/filing/registrations/<number>/acts/<act>": {"get": SHARED, "post": OWN},
    "api/v1/filing/registrations/<number>/acts/<act>/files": {"post": CLOSED},
    "api/v1/filing/registrations/<number>/acts/<act>/check": {"post": OWN},
    "api/v1/filing/registrations/<number>/notices/<notice>/answer": {"get": SHARED, "post": OWN},
    f"docket/^{REGISTRATION}/why/(?P<place>\\d{{1,4}})/$": {"get": SHARED},
    f"docket/^{PCT}/why/(?P<place>\\d{{1,4}})/$": {"get": SHARED},
    f"docket/^{PCT}/what-if/$": {"get": SHARED},
    "api/v1/filing/applications/<number>/invitations/<invitation>/draft": {"post": OWN},
    "api/v1/applications/<number>/acts": {"get": SHARED},
    "api/v1/applications/<number>/acts/<act>": {"get": SHARED, "post": "MA"},
    "api/v1/applications/<number>/acts/<act>/check": {"post": "MA"},
    "api/v1/applications/<number>/acts/<act>/files": {"post": CLOSED},  # the file is looked at first: filing's own test
    "api/v1/docket/<number>/<place>": {"get": SHARED},
    "api/v1/applications/<number>/observations": {"post": CLOSED},  # on what is published
    "api/v1/applications/<number>/observations/files": {"post": CLOSED},
    # The file, for those who are part of it
    "register/entry/<int:number>/": {"get": "NEBMAOPR"},  # that there is an entry is public; its matter is not
    "register/entry/<int:number>/proof.json": {"get": FILE},
    f"register/^{PCT}/$": {"get": FILE},
    f"register/^{REGISTRATION}/$": {"get": FILE},
    "api/v1/register/registrations/<number>": {"get": FILE},
    "api/v1/register/registrations/<number>/life": {"get": FILE},
    "api/v1/register/registrations/<number>/timeline": {"get": FILE},
    "fees/<str:number>/": {"get": FILE},
    "fees/<str:number>/payments": DOES,
    "api/v1/register/<number>": {"get": FILE},
    "api/v1/register/<number>/timeline": {"get": FILE},
    "api/v1/ledger/entries/<number>/proof": {"get": FILE},
    # The desk: officers decide, publishers read
    f"desk/^cases/{PCT}/$": DESK,
    f"desk/^cases/{PCT}/documents/(?P<sha256>[0-9a-f]{{64}})$": DESK,
    f"desk/^cases/{PCT}/take$": DOES,
    f"desk/^cases/{PCT}/release$": DOES,
    f"desk/^cases/{PCT}/invite/$": DECIDES,
    f"desk/^cases/{PCT}/invite/preview$": DOES,
    f"desk/^cases/{PCT}/accord/$": DECIDES,
    f"desk/^cases/{PCT}/not-an-application/$": DECIDES,
    f"desk/^cases/{PCT}/acts/(?P<key>[a-z-]+)/$": DECIDES,
    f"desk/^registrations/{REGISTRATION}/$": DESK,
    f"desk/^registrations/{REGISTRATION}/documents/(?P<sha256>[0-9a-f]{{64}})$": DESK,
    f"desk/^registrations/{REGISTRATION}/take$": DOES,
    f"desk/^registrations/{REGISTRATION}/release$": DOES,
    f"desk/^registrations/{REGISTRATION}/acts/(?P<key>[a-z][a-z_]{{1,40}})/$": DECIDES,
    "api/v1/desk/registrations/<number>/invitations": {"post": "O"},
    "api/v1/desk/registrations/<number>/statements": {"get": "OP"},
    "api/v1/desk/registrations/<number>/statements/<act>": {"post": "O"},
    "contact/desk/<int:question_id>/": {"get": "O", "post": CLOSED},
    "contact/desk/<int:question_id>/answer": DOES,
    "contact/desk/<int:question_id>/note": DOES,
    "contact/desk/<int:question_id>/take": DOES,
    "contact/desk/<int:question_id>/release": DOES,
    "contact/desk/<int:question_id>/close": DOES,
    # What Ada searches for, and of what she is told
    "search/saved/<int:saved_id>/": {"get": OWN, "post": OWN},
    "search/saved/<int:saved_id>/alerts": {"post": OWN},
    "search/sets/<int:workbook_id>/": {"get": OWN},
    "search/sets/<int:workbook_id>/delete": {"post": OWN},
    "search/alerts/<int:alert_id>/act": {"post": OWN},
    "api/v1/saved-searches/<search>": {"get": OWN, "put": OWN, "delete": OWN},
    "api/v1/alerts/<alert>": {"get": OWN, "delete": OWN},
    "api/v1/alerts/<alert>/rhythm": {"put": OWN},
    "api/v1/alerts/<alert>/resumption": {"post": OWN},
    "api/v1/alerts/<alert>/records": {"get": OWN},
    "api/v1/workbooks/<workbook>": {"get": OWN, "put": OWN, "delete": OWN},
    "api/v1/webhooks/<webhook>": {"get": OWN, "delete": OWN},
    "api/v1/webhooks/<webhook>/test": {"post": OWN},
    "api/v1/webhooks/<webhook>/resumption": {"post": OWN},
    # Letters and messages to Ada
    "letters/<int:letter_id>/": {"get": OWN},
    "letters/<int:letter_id>.pdf": {"get": OWN},
    "letters/outbox/<int:letter_id>/send": {"get": CLOSED, "post": CLOSED},  # hers is in no trouble
    "inbox/<int:item_id>/": {"get": OWN},
    # What the office writes down of its own data protection: there is none yet
    "privacy/versions/<int:number>/": {"get": CLOSED},
    "privacy/versions/<int:old>/<int:new>/": {"get": CLOSED},
    "privacy/office/processors/<int:processor_id>/end": {"get": CLOSED, "post": CLOSED},
    "privacy/office/breaches/<int:breach_id>/": {"get": CLOSED, "post": CLOSED},
    # Her account
    "privacy/rights/<int:request_id>/withdraw": {"post": OWN},
    "account/sessions/<int:session_id>/end": {"post": OWN},
    "account/tokens/<int:token_id>/revoke": {"post": OWN},
    "account/elsewhere/<int:account_id>/unlink": {"post": OWN},
    "account/services/<int:access_id>/end": {"post": OWN},
    "account/2fa/webauthn/keys/<int:pk>/remove/": {"get": CLOSED, "post": CLOSED},  # she has no key
    "account/2fa/webauthn/keys/<int:pk>/edit/": {"get": CLOSED, "post": CLOSED},
    # Her organisation, of which Bo is a member; he asks to administer it; she lets him act for her
    "account/organisations/<int:organisation_id>/": HOUSE,
    "account/organisations/<int:organisation_id>/act": {"post": CLOSED},  # which act is looked at first
    "account/organisations/<int:organisation_id>/groups": HOUSE,
    "account/organisations/<int:organisation_id>/claim": {"get": "B", "post": "B"},
    "account/groups/<int:group_id>/": {"get": OWN, "post": OWN},
    "account/groups/<int:group_id>/members": {"post": OWN},
    "account/claims/<int:claim_id>/answer": {"post": "BA"},
    "account/delegations/<int:delegation_id>/end": {"post": "BA"},
    "account/invitations/<int:invitation_id>/withdraw": {"post": OWN},
    # The operator's; a proposed issue waits for a publisher
    "account/people/<int:user_id>/": {"get": "R", "post": CLOSED},
    "account/people/<int:user_id>/roles": {"get": CLOSED, "post": "R"},
    "account/people/<int:user_id>/sessions": {"get": CLOSED, "post": "R"},
    "account/claims/<int:claim_id>/decide": {"get": CLOSED, "post": "R"},
    "account/registered-services/<str:client_id>/": {"get": "R", "post": "R"},
    "account/registered-services/<str:client_id>/secret": {"get": CLOSED, "post": "R"},
    "account/registered-services/<str:client_id>/close": {"get": CLOSED, "post": "R"},
    "account/confirmations/<int:proposal_id>/confirm": {"get": CLOSED, "post": "P"},
    "account/confirmations/<int:proposal_id>/decline": {"get": CLOSED, "post": "P"},
    "account/confirmations/<int:proposal_id>/withdraw": {"get": CLOSED, "post": "P"},
}
