"""Claims to marks: what single claims say of the state of a place."""
