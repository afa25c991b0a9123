"""Questions to the office, and the answers."""
