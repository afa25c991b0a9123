"""The forms of the Lisbon system. Their numbers are not known: they go by what they are for."""

from functools import cache
from importlib import resources

from chancery.treaties.kernel.forms import Form, read_forms


@cache
def forms() -> dict[str, Form]:
    """All forms by their names, in the order of the list."""
    return read_forms(resources.files(__package__).joinpath("data/forms.toml"))
