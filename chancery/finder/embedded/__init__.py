"""The embedded engine: an index in a folder, read and written by the processes of one machine (tantivy)."""

from chancery.finder.embedded.engine import EmbeddedEngine, open_index

__all__ = ["EmbeddedEngine", "open_index"]
