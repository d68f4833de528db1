"""Who is meant: the registry of actors, names, and all that refers back to them."""
