"""What the operations of the search have in common: the names that they take, as the schema of the API says them."""

from typing import Annotated, Literal

from pydantic import Field

Collection = Literal["patents", "marks", "designs", "indications", "decisions", "laws"]
DialectName = Literal["patentscope", "cql", "google", "lucene", "rsql", "uspto", "words"]
Key = Annotated[str, Field(max_length=200)]
"""The key of a record."""
Sha256 = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
"""Of a picture; empty for the first."""
_BYTES = {"schema": {"type": "string", "format": "binary"}}
PICTURE = {"requestBody": {"content": {f"image/{kind}": _BYTES for kind in ("jpeg", "png", "tiff")}}}
"""``openapi_extra`` of an operation whose body is a picture."""
