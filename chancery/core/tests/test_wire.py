from dataclasses import dataclass

import pytest
from pydantic import ValidationError

from chancery.core.wire import asked


@dataclass(frozen=True, kw_only=True)
class Latch:
    name: str
    keys: tuple[str, ...] = ()


def test_a_field_without_a_default_must_be_sent():
    schema = asked(Latch)
    assert schema.model_json_schema()["required"] == ["name"]
    with pytest.raises(ValidationError):
        schema()


def test_a_field_with_a_default_may_be_left_out():
    assert asked(Latch)(name="keeper").keys == []
