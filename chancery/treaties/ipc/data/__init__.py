"""Symbols and titles of the classification as data."""
