"""Similar pictures of marks and designs."""
