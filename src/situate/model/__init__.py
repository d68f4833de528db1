"""The values that flow: Report → Sentence → Claim → Event → Spell. Standard library only, no I/O."""
