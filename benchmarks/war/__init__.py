"""Wars that never were: what happened in them, who told it how, and how much of it a record gets back."""
