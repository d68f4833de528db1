"""The gazetteer: what it is made of, its file, and how names are looked up in it."""
