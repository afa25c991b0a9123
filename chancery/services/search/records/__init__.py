"""One record: what it says, what lies around it, what it cites."""
