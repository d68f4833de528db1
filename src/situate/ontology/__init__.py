"""What the record is made of, as data: claim types, roles, frames from syntax to roles, cue lexicons.

``load()`` gives all of it. A new claim type is a new file under ``types/``; ``python -m situate.ontology.lint`` says
what is wrong with it, and ``python -m situate.ontology.document`` writes the reference page.
"""

from situate.ontology.loading import load
from situate.ontology.schema import BLOWS, ClaimType, Frame, Ontology

__all__ = ["BLOWS", "ClaimType", "Frame", "Ontology", "load"]
