"""Everything a question finds, as a file."""
