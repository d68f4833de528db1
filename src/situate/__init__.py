"""situate: reports of armed conflict in, a sourced record out."""

__version__ = "0.1.0"
