"""The packaged reading model, loaded once for all tests, and what it reads."""

from functools import cache

from situate.extract.reader import Reader
from situate.model.claim import Claim
from situate.model.report import Report


@cache
def reader() -> Reader:
    return Reader.load()


def told(text: str, kind: str) -> list[Claim]:
    """The claims of one type in a text."""
    return [c for c in reader().read(Report(id="r", text=text)).claims if c.type == kind]


def quotes(claim: Claim, role: str) -> list[str]:
    """The words that fill a role."""
    return [r.evidence.quote for r in claim.fillers(role)]
