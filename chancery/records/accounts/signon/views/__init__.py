"""Counters of single sign-on: what services speak to, what a person sees, what the operator does."""

from datetime import datetime

from chancery.core.clock import now


def moment() -> datetime:
    """The time outside. A demonstration's office clock may be ahead; a service would refuse a token from tomorrow."""
    return now(ahead=0)
