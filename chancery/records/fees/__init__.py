"""What is owed to the office, and what has been paid."""
