"""What a query finds, counted and drawn."""
