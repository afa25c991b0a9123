"""Counters of single sign-on: what services speak to, what a person sees, what the operator does."""
