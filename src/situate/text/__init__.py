"""Pure functions on the text of a report: words, sentences, expressions of time and quantity."""
