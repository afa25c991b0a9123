"""What the operations of the search have in common: the names that they take, as the schema of the API says them."""

from typing import Annotated, Literal

from pydantic import Field

Collection = Literal["patents", "marks", "designs", "indications", "decisions", "laws"]
DialectName = Literal["patentscope", "cql", "google", "lucene", "rsql", "uspto", "words"]
Key = Annotated[str, Field(max_length=200)]
"""The key of a record."""
