"""Similar marks, by their names."""
