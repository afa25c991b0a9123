from chancery.core.personal import Basis, Category, Disposal, Field, Holding, Keep, Subject, Until
from chancery.treaties.kernel import Period

_FILE = Keep(words="as long as the file of the application is kept", until=Until.LAW, period=Period(years=30))


def _field(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.PUBLIC_TASK,
        keep=_FILE,
        disposal=Disposal.KEEP_BY_LAW,
        cites="PCT Rule 93.2(a)",
        subject=Subject.NAMED,
    )


HOLDS = (
    Holding(
        model="fees.Invoice",
        what="What an application owes",
        impersonal=(
            "number",
            "received_on",
            "due_on",
            "due_missing",
            "due_cites",
            "due_steps",
            "refundable_since",
        ),
    ),
    Holding(
        model="fees.InvoiceLine",
        what="The fees of an application",
        fields={
            # a reduction shows what kind of person the applicant is, and of which State (Schedule of Fees, item 5)
            "amount": _field(Category.FINANCIAL, "to ask for the fees that the law sets"),
            "steps": _field(Category.FINANCIAL, "to show how a fee was worked out"),
        },
        impersonal=("id", "invoice", "position", "code", "label", "currency", "missing", "cites", "confidence"),
    ),
    Holding(
        model="fees.Payment",
        what="Payments that have arrived",
        fields={
            "amount": _field(Category.FINANCIAL, "to know what has been paid"),
            "received_on": _field(Category.FINANCIAL, "to know whether it was paid in time"),
            "reference": _field(Category.FINANCIAL, "to find the payment on the bank statement"),
        },
        impersonal=("entry", "invoice", "line", "currency"),
    ),
    Holding(
        model="fees.Refund",
        what="Fees that go back",
        impersonal=("id", "invoice", "code", "label", "by", "answer", "whole", "cites", "steps", "amount", "currency"),
    ),
    Holding(
        model="fees.Repayment",
        what="Money that was sent back",
        fields={
            "amount": _field(Category.FINANCIAL, "to know what has been sent back"),
            "received_on": _field(Category.FINANCIAL, "to know when it was sent back"),
            "reference": _field(Category.FINANCIAL, "to find it on the bank statement"),
        },
        impersonal=("entry", "invoice", "line", "currency"),
    ),
)
