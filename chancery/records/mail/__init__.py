"""Letters: what the office writes to a person, kept and sent once."""
