from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Holding


def _field(category: Category, purpose: str) -> Field:
    return Field(
        category=category,
        purpose=purpose,
        basis=Basis.LEGAL_OBLIGATION,
        keep=WITH_ACCOUNT,
        disposal=Disposal.ERASE,
        cites="GDPR Art. 12(3)",
    )


HOLDS: tuple[Holding, ...] = (
    Holding(
        model="privacy.Request",
        what="What you asked the office to do with your data",
        fields={
            "user": _field(Category.ACCOUNT, "to know who asks"),
            "right": _field(Category.ACCOUNT, "to know what is asked"),
            "text": _field(Category.CONTENT, "to know what is asked"),
            "made_at": _field(Category.BEHAVIOUR, "to answer within a month"),
            "answer": _field(Category.CONTENT, "to show you the answer"),
            "answered_at": _field(Category.BEHAVIOUR, "to show when it was answered"),
            "answered_by": _field(Category.ACCOUNT, "to show who answered"),
        },
        impersonal=("id",),
    ),
    Holding(
        model="privacy.Receipt",
        what="Receipts of erasures: numbers of rows, no name",
        impersonal=("digest", "note", "made_at"),
    ),
)
