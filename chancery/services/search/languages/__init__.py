"""A query in other languages."""
