"""Batches: many queries at once, counted as sets that may refer to each other."""
