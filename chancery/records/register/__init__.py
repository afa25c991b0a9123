"""The rights: what was entered, in which order, and how each of them stands."""
