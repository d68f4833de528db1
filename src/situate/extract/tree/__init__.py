"""What stands around a word in the tree of its sentence: phrases, slots, paths, edges."""
