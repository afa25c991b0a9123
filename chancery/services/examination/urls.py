from django.urls import URLPattern, URLResolver

app_name = "examination"
urlpatterns: list[URLPattern | URLResolver] = []
