"""One module for each collection: how its public source is read, and what is left out of it."""
