"""Numbers and lists of the Hague system as dated data, each with its source and how sure it is."""
