"""The rules that the office rests on, each with a page of its own, and calculators that cite them."""
