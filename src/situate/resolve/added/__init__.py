"""Tables that a user adds: actors, outlets and places of their own, read without trusting the file."""
