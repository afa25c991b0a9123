"""``chancery verify``: the ledger checked from its entries alone, or a proof or extract that somebody carried away."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from chancery.core import ledger as core_ledger
from chancery.core import tiles, verify
from chancery.records.register import queries as register


def ledger(console: Console) -> int:
    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task("", total=core_ledger.size())
        report = verify.whole_ledger(lambda done: bars.update(bar, completed=done))
    for fault in report.faults:
        console.print(f"[red]{fault}[/red]")
    console.print(
        f"{report.size} entries, {report.erased} erased, root {verify.root_text(report.root)}", soft_wrap=True
    )
    console.print("The ledger is in order." if not report.faults else "The ledger is NOT in order.")
    return 1 if report.faults else 0


def proof(data: bytes, key: str | None, console: Console) -> int:
    """Check a proof, or an extract as a file or in its certified PDF. Returns the exit status."""
    verifier_key = key or tiles.office_signer().verifier_key
    try:
        text = register.carried_text(data)
        found = register.extract_file(text, verifier_key) if register.is_extract(text) else None
        signed = found.signed if found else verify.proof_file(text, verifier_key)
    except ValueError as fault:
        console.print(f"[red]{fault}[/red]")
        return 1
    if found:
        console.print(
            f"{found.open} events and {found.closed} entries that are not open are in {signed.origin}, "
            f"among its first {signed.size} entries, unchanged."
        )
    else:
        console.print(f"The event is in {signed.origin}, among its first {signed.size} entries, unchanged.")
    return 0
