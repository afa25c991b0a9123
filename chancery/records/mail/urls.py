from django.urls import path

from chancery.records.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.letters, name="letters"),
    path("<int:letter_id>/", views.letter, name="letter"),
    path("<int:letter_id>.pdf", views.pdf, name="pdf"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<int:letter_id>/send", views.send_again, name="send-again"),
]
