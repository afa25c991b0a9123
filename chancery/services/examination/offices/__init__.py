"""What each Office of the Treaty does on a case: one table of acts, shown and done in the same way."""
