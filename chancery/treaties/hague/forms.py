"""The forms of the Hague system: DM/1 with its annexes, and those for later acts."""

from functools import cache
from importlib import resources

from chancery.treaties.kernel.forms import Form, read_forms


@cache
def forms() -> dict[str, Form]:
    """All forms by number, in the order of the list."""
    return read_forms(resources.files(__package__).joinpath("data/forms.toml"))
