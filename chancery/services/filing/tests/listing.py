"""A sequence listing for tests, as the software for ST.26 writes it."""

from chancery.standards.st26.tests import samples


def listing(count: int, *, said: int | None = None) -> bytes:
    """``count`` sequences; ``said`` is what the listing claims, where that differs."""
    return samples.listing(*(samples.sequence(number) for number in range(1, count + 1)), said=said)
