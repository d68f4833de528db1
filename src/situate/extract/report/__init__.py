"""What the claims of one report say of each other: what is told again, and what is taken over from before."""
