"""Tables of the invoices. They can be made again from the ledger at any time (`followers.Invoices`)."""

from django.db import models

FIRST_LATER = 100
"""The place from which later fees stand on an invoice, after those due on filing."""


class Invoice(models.Model):
    """What one application, or registration file, owes as of the day it was received (PCT Rules 14.1, 15.2, 16.1)."""

    number = models.CharField(primary_key=True, max_length=40)
    received_on = models.DateField()
    due_on = models.DateField(null=True)
    due_missing = models.TextField(blank=True, default="")  # "not determinable: …" where there is no date
    due_cites = models.CharField(max_length=200, blank=True, default="")
    due_steps = models.JSONField(default=list)
    refundable_since = models.DateField(null=True)  # found not to be an application (Rules 15.4(i), 16.2(a)(i))


class InvoiceLine(models.Model):
    """One fee. ``amount`` is decimal text; where it is None, ``missing`` says what is not known."""

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    amount = models.CharField(max_length=40, null=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    missing = models.TextField(blank=True, default="")
    cites = models.CharField(max_length=200)
    steps = models.JSONField(default=list)
    confidence = models.CharField(max_length=20)

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["invoice", "code"], name="one_line_per_fee")]


class Refund(models.Model):
    """A fee that goes back, in whole or as the Authority has set, or of which that cannot be told (``answer``).

    ``amount``: how much goes back, where it is neither, as of a registration file that ended.
    """

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="refunds")
    code = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    by = models.CharField(max_length=60)
    answer = models.CharField(max_length=20)
    whole = models.BooleanField()
    cites = models.CharField(max_length=200)
    steps = models.JSONField(default=list)
    amount = models.CharField(max_length=40, blank=True, default="")
    currency = models.CharField(max_length=3, blank=True, default="")

    class Meta:
        ordering = ("pk",)


class Moved(models.Model):
    """Money that came or went, as the ledger says; ``entry`` is the ledger's number, so that it is counted once."""

    entry = models.BigIntegerField(primary_key=True)
    line = models.CharField(max_length=60)
    amount = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    received_on = models.DateField()
    reference = models.CharField(max_length=140, blank=True, default="")

    class Meta:
        abstract = True
        ordering = ("received_on", "entry")


class Payment(Moved):
    """Money that arrived."""

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="payments")


class Repayment(Moved):
    """Money that went back; ``received_on`` is the day on which it was sent."""

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="repayments")
