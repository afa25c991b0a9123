"""The floor under every page: a Django view that does nothing, for ``bench/pages.py``. No middleware, no store."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="a benchmark keeps no secrets")


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("", empty)]


application = get_wsgi_application()
