"""Whether it is so: polarity and modality of a claim, by the words that govern its trigger."""
