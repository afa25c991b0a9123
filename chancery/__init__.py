"""Chancery: an open, self-hostable system for the online services of an intellectual-property office."""
