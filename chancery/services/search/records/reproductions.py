"""What shows a published mark or design, or lets it be heard: the file, and a small picture of it. Nothing else.

They are asked of the register, not of the index: so they are there as soon as the registration is published.
"""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from chancery.core.access import public
from chancery.records.documents import queries as documents
from chancery.records.register import queries as register


@public
@require_safe
def file(_request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:
    """The file as it was handed in (Madrid Rule 32(1)(b), Hague Rule 26(1))."""
    return documents.download(sha256, name=_name(address, sha256), inline=True)


@public
@require_safe
def small(_request: HttpRequest, address: str, sha256: str) -> HttpResponseBase:
    """The small picture of it."""
    name = _name(address, sha256)
    found = documents.small_picture(sha256)
    if found is None:
        raise Http404("there is no picture of it")
    return documents.download(found, name=f"{name.rpartition('.')[0] or name}.jpg", inline=True)


def _name(address: str, sha256: str) -> str:
    number = register.from_address(address)
    shown = register.reproductions(number) if register.is_public(number) else {}
    if sha256 not in shown:
        raise Http404("no such reproduction, or not published yet")
    return shown[sha256]
