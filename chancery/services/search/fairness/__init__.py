"""Every caller is served, whatever others ask."""
