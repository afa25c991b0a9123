"""What is being written. Once handed in, the register keeps the truth; the draft stays as a locked copy."""

from typing import Any

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """An application being written, or the answer to an invitation to correct one.

    ``application`` is the data of the treaty's ``Application`` without what is measured in files; ``unread`` what was
    typed and could not be read, by field path; ``touched`` the revision at which each field was last changed, so that
    of two tabs the second is told exactly what differs. ``files`` and ``signatures`` are those for which the treaty's
    application has no field: files by the path of what they show. ``number`` is given when it was handed in, or from
    the start where the draft ``answers`` an invitation.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    treaty = models.CharField(max_length=20, default="pct")
    application = models.JSONField()
    unread = models.JSONField(default=dict)
    touched = models.JSONField(default=dict)
    files = models.JSONField(default=dict)
    signatures = models.JSONField(default=list)
    title = models.CharField(max_length=500, blank=True)
    remark = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    number = models.CharField(max_length=40, blank=True, db_index=True)
    answers = models.PositiveIntegerField(null=True)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-saved_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number", "answers"],
                condition=models.Q(handed_in_at=None, answers__isnull=False),
                name="one_open_answer_per_invitation",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.handed_in_at is None

    def last_touched(self, path: str) -> int:
        """The revision at which a field, or the list it stands in, was last changed."""
        steps = path.split(".")
        starts = (".".join(steps[:length]) for length in range(1, len(steps) + 1))
        return max((self.touched.get(start, 0) for start in starts), default=0)

    def touch(self, path: str) -> None:
        self.touched[path] = self.revision

    @property
    def signed(self) -> list[dict[str, Any]]:
        """The signatures: in the application where it has a place for them, else beside it."""
        inside: list[dict[str, Any]] | None = self.application.get("signatures")
        return self.signatures if inside is None else inside

    def stored(self) -> dict[str, Any]:
        content: dict[str, Any] = self.application
        return content


class SignatureRequest(models.Model):
    """Somebody is asked to sign a draft, at a secret address of which only the hash is kept."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="signature_requests")
    name = models.CharField(max_length=300)
    capacity = models.CharField(max_length=300, blank=True, default="")
    email = models.CharField(max_length=320)
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "pk")


class PreparedAct(models.Model):
    """An act after filing that waits for the signatures of others. ``entry`` is the ledger's, once handed in.

    ``version`` is that of the file for which it was prepared; ``values``, ``files`` and ``signatures`` are what a form
    would send.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    number = models.CharField(max_length=40, db_index=True)
    key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    signatures = models.JSONField(default=list)
    prepared_at = models.DateTimeField()
    entry = models.BigIntegerField(null=True)

    class Meta:
        ordering = ("-prepared_at", "-pk")


class ActSignature(models.Model):
    """Somebody is asked to sign a prepared act, at a secret address of which only the hash is kept.

    ``place`` says for whom they sign: ``party.1``, ``agent.0``.
    """

    act = models.ForeignKey(PreparedAct, on_delete=models.CASCADE, related_name="requests")
    place = models.CharField(max_length=20)
    who = models.CharField(max_length=300)
    email = models.CharField(max_length=320)
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    signed_as = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ("asked_at", "pk")
