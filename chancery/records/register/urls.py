from django.urls import path, re_path

from chancery.records.register import views, views_registrations

app_name = "register"
FILE = r"^(?P<address>(?:MADRID|HAGUE|LISBON)-\d{4}-\d{6})/"
urlpatterns = [
    path("", views.verify_page, name="verify"),
    path("entry/<int:number>/", views.entry_page, name="entry"),
    path("entry/<int:number>/proof.json", views.proof, name="proof"),
    path("log/key", views.verifier_key, name="key"),
    path("log/checkpoint", views.checkpoint, name="checkpoint"),
    path("log/tile/entries/<path:where>", views.entries, name="entries"),
    path("log/tile/<int:level>/<path:where>", views.tile, name="tile"),
    re_path(r"^(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})/$", views.right, name="right"),
    re_path(r"^(?P<address>PCT-[A-Z]{2}\d{4}-\d{6})/feed\.atom$", views.feed, name="feed"),
    re_path(rf"{FILE}$", views_registrations.registration, name="registration"),
    re_path(rf"{FILE}feed\.atom$", views_registrations.feed, name="registration-feed"),
    re_path(rf"{FILE}extract\.json$", views_registrations.proofs, name="extract"),
    re_path(
        r"^(?P<system>madrid|hague|lisbon)/(?P<written>[A-Za-z0-9. _-]{1,20})/$",
        views_registrations.by_number,
        name="by-number",
    ),
]
