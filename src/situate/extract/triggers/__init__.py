"""Which words evoke a claim, and of which type: the model's triggers and the listed words, sifted and put right."""
