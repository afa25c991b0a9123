"""Drafting an application for the international registration of designs (form DM/1)."""
