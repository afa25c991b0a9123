"""The demo office: real bibliographic facts, compiled once from public records and kept in the repository."""
