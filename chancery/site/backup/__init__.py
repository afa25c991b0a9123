"""Backups of the office from which an erased person cannot come back (decision 0015)."""
