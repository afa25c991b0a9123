"""Drafting an application for the registration of an appellation of origin or a geographical indication."""
