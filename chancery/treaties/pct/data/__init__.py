"""Numbers, lists and texts of the PCT as dated data, each with its source and how sure it is."""
