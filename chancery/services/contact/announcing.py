"""The e-mails about a question: that it has arrived, and that an answer waits. They carry the address, not the words.

An answer may concern an application that is not published yet (PCT Art. 30), and an e-mail travels unencrypted. Nor
do they carry the name that was given: anyone can give anyone's address, and would write to them by way of the office.
"""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.records.mail import actions as mail
from chancery.services.contact import queries
from chancery.services.contact.models import Question


def received(question: Question, *, at: datetime) -> None:
    with override(question.language):
        subject = _("%(office)s: your question %(reference)s has arrived")
        body = _(
            "Your question has arrived. The office means to answer it by %(due)s, and will write to this address.\n\n"
            "Read it and go on with it here, without an account:\n\n"
            "%(link)s\n\n"
            "Whoever has this address can read it: keep it to yourself.\n"
            "If you have not asked anything, somebody gave your address by mistake. You need not do anything.\n\n"
            "%(office)s\n"
        )
        _send(question, subject, body, at=at)


def answered(question: Question, *, at: datetime) -> None:
    with override(question.language):
        subject = _("%(office)s: an answer to your question %(reference)s")
        body = _(
            "The office has answered your question. Read the answer, or write again, here:\n\n"
            "%(link)s\n\n"
            "Whoever has this address can read it: keep it to yourself.\n\n"
            "%(office)s\n"
        )
        _send(question, subject, body, at=at)
        if question.asker_id is not None:
            _put_in_inbox(question.asker_id, question, at=at)


def _put_in_inbox(asker: int, question: Question, *, at: datetime) -> None:
    """The inbox keeps no secret address: it leads to the person's own list."""
    mail.tell(
        asker,
        kind="answer",
        service="contact",
        subject=_("An answer to your question %(reference)s") % {"reference": question.reference},
        body=_("The office has answered. Read it among your questions."),
        link=reverse("contact:mine"),
        about=question.reference,
        at=at,
        by_mail=False,
    )


def _send(question: Question, subject: str, body: str, *, at: datetime) -> None:
    words = {
        "office": settings.OFFICE_NAME,
        "reference": question.reference,
        "due": question.due_on.isoformat(),
        "link": settings.SITE_URL + queries.href(question),
    }
    mail.send_note(
        question.email, kind="answer", about=question.reference, subject=subject % words, body=body % words, at=at
    )
