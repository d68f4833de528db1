"""When claims were: the expressions of a report, the rules, and the weighing of what a claim can have."""
