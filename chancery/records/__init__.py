"""What the office keeps: rights, files, accounts, fees, letters, and what it owes people about their data."""
