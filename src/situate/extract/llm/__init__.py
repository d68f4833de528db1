"""Claims by a language model at an endpoint: asked for by name, never the default, and held to the report's words.

``wire`` speaks to the endpoint, ``asking`` says what is wanted, ``grounding`` takes of an answer what stands in the
report and rejects the rest, ``reader`` puts them behind the seam of the packaged reader.
"""
