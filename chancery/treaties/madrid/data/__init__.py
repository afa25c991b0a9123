"""Numbers and lists of the Madrid system as dated data, each with its source and how sure it is."""
