"""Which Offices of the Treaty this installation is: receiving Office, Bureau, Authorities, designated Office."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.records.register.queries import Right
from chancery.treaties.kernel import Finding
from chancery.treaties.pct.offices import searching_authorities

Words = str | Promise

ROLES: dict[str, Words] = {
    "RO": gettext_lazy("Receiving Office"),
    "IB": gettext_lazy("International Bureau"),
    "ISA": gettext_lazy("Searching Authority"),
    "IPEA": gettext_lazy("Examining Authority"),
    "DO": gettext_lazy("Designated Office"),
}


def plays(role: str, code: str = "") -> bool:
    """Whether this installation has a role, or has it for the Office of that ST.3 code: "ISA", "ISA/EP"."""
    return role in settings.OFFICE_ROLES or (bool(code) and f"{role}/{code}" in settings.OFFICE_ROLES)


def offices() -> list[str]:
    """The Offices of the international phase for which this installation speaks, by their codes.

    Where it has a role for whichever Office it is, it speaks for all that can have it.
    """
    named = {one.partition("/")[2] for one in settings.OFFICE_ROLES if not one.startswith("DO")}
    every = searching_authorities() if {"ISA", "IPEA"} & set(settings.OFFICE_ROLES) else ()
    return sorted({"IB", *named, *every} - {""})


def code_of(role: str, right: Right) -> str:
    """Which Office has a role in this case; designated Offices are many, so none is named for them."""
    return {
        "RO": right.application.receiving_office,
        "IB": "IB",
        "ISA": right.application.searching_authority,
        "IPEA": right.demand.authority if right.demand else "",
    }.get(role, "")


def sign(role: str, right: Right) -> str:
    """How an Office signs: ``RO/IB``, ``ISA/EP``; the Bureau is ``IB`` alone (PCT Administrative Instructions 107)."""
    code = code_of(role, right)
    return role if role == "IB" or not code else f"{role}/{code}"


def against_role(role: str, right: Right) -> tuple[Finding, ...]:
    """Nobody acts for an Office that this installation is not."""
    if plays(role, code_of(role, right)):
        return ()
    if role == "DO" and any(one.startswith("DO/") for one in settings.OFFICE_ROLES):
        return ()
    message = _("This office does not act as %(office)s.") % {"office": sign(role, right)}
    return (Finding(cites="PCT AI 107", message=message, field="", severity="prevents"),)
