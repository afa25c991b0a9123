"""Django's SQLite backend with one door for writers."""
