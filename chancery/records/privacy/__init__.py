"""What the office tells people about their data, made from what the code declares."""
