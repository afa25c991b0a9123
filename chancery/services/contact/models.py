"""Questions, and what was said about each. Not in the ledger: a question is no fact of a right."""

from django.conf import settings
from django.db import models


class Question(models.Model):
    """One matter that somebody wrote to the office about.

    ``state``: "open" (the office owes an answer, by ``due_on``), "answered" (the office has had the last word) or
    "closed". ``last_at`` is when anybody had it; the period of keeping counts from there. ``key`` is random: with the
    installation's own secret it makes the secret of the question's address, so the table alone opens nothing.
    """

    topic = models.CharField(max_length=20)
    about = models.CharField(max_length=40, blank=True, default="")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.CharField(max_length=10)
    asked_at = models.DateTimeField()
    last_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    due_on = models.DateField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    key = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["state", "due_on"], name="question_state_due")]

    @property
    def reference(self) -> str:
        """``Q/2026/000042``: the number to name."""
        return f"Q/{self.asked_at.year}/{self.pk:06}"


class Said(models.Model):
    """Something said about a question. ``kind``: "asked" by the person, "answer" of the office, or "note": internal."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="said")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
