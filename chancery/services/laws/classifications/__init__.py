"""Nice, Locarno and Vienna among the laws: their classes to browse and search, and the class of a term."""
