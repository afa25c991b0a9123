"""The mark: the book of the Madrid Protocol, its boxes, its goods and services, the parties it designates."""
