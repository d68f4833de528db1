"""Deriving again: how far a change reaches, and what is kept so that the rest need not be made anew."""
