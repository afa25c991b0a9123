"""The acts of Offices on a registration file, as tables of data."""
