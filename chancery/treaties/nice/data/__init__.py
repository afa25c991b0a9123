"""Symbols and titles of the classification as data, with the edition, its source and how sure it is."""
