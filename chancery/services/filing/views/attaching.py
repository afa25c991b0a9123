"""A file that a form brought, put where it belongs in a draft."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from chancery.core import clock
from chancery.core.refusal import Refused
from chancery.services.filing import actions
from chancery.services.filing.models import Draft
from chancery.services.filing.views.counter import user_id


def attach(request: HttpRequest, row: Draft, kind: str, upload: Any, *, field: str) -> None:
    """Put a file that was brought where it belongs. Raises `Refused`; one that is too large is not even read."""
    size = upload.size or 0
    if size > settings.UPLOAD_LIMIT:  # before it is read into memory
        raise Refused.because(
            _("The file has {size}; at most {limit} are taken. Divide it, or reduce its pictures.").format(
                size=filesizeformat(size), limit=filesizeformat(settings.UPLOAD_LIMIT)
            ),
            field=field,
        )
    name = upload.name or kind
    actions.attach(row.pk, kind=kind, data=upload.read(), name=name, by=user_id(request), at=clock.now())
