"""What a pronoun may take up: a learned scorer over the words before it."""
