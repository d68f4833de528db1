"""Use-cases, each a short function that wires stages: reading, deriving, asking, explaining, giving away."""
