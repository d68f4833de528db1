"""Claims as derivation takes them: put right by their report and the record, and what of each decides."""
