"""A person's own page: small pieces of what the rooms know about their matters, placed as they like."""
