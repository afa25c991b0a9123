"""What the public does; no service imports another."""
