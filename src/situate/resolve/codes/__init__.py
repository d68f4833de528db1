"""Claims in other codebooks: ACLED's sub-events and PLOVER's types."""
