"""Who says so: attributions, quotations, turns of speech, and whose words cover a claim."""
