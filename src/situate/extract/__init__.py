"""From a report to what it claims: the reading model, and the rules over its output."""
