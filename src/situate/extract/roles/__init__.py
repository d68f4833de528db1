"""Who and what a trigger binds: the binder's fillers and those of the frames, put right by the tree."""
