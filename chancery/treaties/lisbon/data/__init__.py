"""Numbers and lists of the Lisbon system as dated data, each with its source and how sure it is."""
