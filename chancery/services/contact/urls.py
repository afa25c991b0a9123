from django.urls import path

from chancery.services.contact.views import desk, public

app_name = "contact"
urlpatterns = [
    path("", public.ask, name="ask"),
    path("mine/", public.mine, name="mine"),
    path("desk/", desk.desk, name="desk"),
    path("desk/<int:question_id>/", desk.question, name="question"),
    path("desk/<int:question_id>/answer", desk.answer, name="answer"),
    path("desk/<int:question_id>/note", desk.note, name="note"),
    path("desk/<int:question_id>/take", desk.take, name="take"),
    path("desk/<int:question_id>/release", desk.release, name="release"),
    path("desk/<int:question_id>/close", desk.close, name="close"),
    path("<int:question_id>/<slug:secret>/", public.thread, name="thread"),
]
