"""Scorers: one module a benchmark, pure functions from gold and found to figures."""
