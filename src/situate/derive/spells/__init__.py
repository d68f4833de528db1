"""Marks to spells: who holds a place, is it besieged, what gets in, from when to when."""
