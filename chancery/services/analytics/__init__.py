"""Counts how the portal is used, and publishes it with a promise that nobody can be recognised in it."""
