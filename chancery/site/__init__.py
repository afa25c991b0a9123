"""Settings, addresses, furniture and wiring: what holds the rooms together."""
