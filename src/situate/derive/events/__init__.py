"""Claims to events: which tellings are one, who stands behind it, how many died, what contradicts."""
