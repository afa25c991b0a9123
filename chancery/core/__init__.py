"""The ledger, who follows it, refusal, and what is declared about personal data. No law in here."""
