"""The terms of what this room holds: all of it because a law asks the office to account for what it does."""

from dataclasses import dataclass

from chancery.core.personal import WITH_ACCOUNT, Basis, Category, Disposal, Field, Keep, Subject


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What one provision asks to keep, how long, and what becomes of it. Called, it declares one field."""

    cites: str
    keep: Keep = WITH_ACCOUNT
    disposal: Disposal = Disposal.ERASE
    recipients: tuple[str, ...] = ()

    def __call__(self, category: Category, purpose: str, subject: Subject = Subject.HOLDER) -> Field:
        return Field(
            category=category,
            purpose=purpose,
            basis=Basis.LEGAL_OBLIGATION,
            keep=self.keep,
            disposal=self.disposal,
            subject=subject,
            cites=self.cites,
            recipients=self.recipients,
        )
