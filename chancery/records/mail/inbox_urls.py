from django.urls import path

from chancery.records.mail import inbox_views as views

app_name = "inbox"
urlpatterns = [
    path("", views.index, name="index"),
    path("act", views.act, name="act"),
    path("bell", views.bell, name="bell"),
    path("<int:item_id>/", views.message, name="message"),
    path("mail/", views.mail, name="mail"),
    path("mail/switch", views.switch, name="switch"),
    path("mail/rhythm", views.rhythm, name="rhythm"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
