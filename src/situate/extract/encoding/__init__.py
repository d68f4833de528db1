"""The reading model at run time: words to pieces and windows, one pass, scores to labelled sentences."""
