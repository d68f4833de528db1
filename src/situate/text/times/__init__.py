"""Expressions of time in English text: the grammar, what each says, and what that means on a given day."""
