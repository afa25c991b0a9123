"""How offices and people's programs write to each other: documents to and from plain data, by published standards."""
