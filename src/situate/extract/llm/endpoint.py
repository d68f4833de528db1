"""Which language model reads, and where it is."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from situate.errors import BadArgument

_PATH = "/chat/completions"
_LONGEST_NAME = 200
_LONGEST_WAIT = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A model at an OpenAI-compatible endpoint: ``url`` is its base (``http://localhost:8000/v1``).

    ``model`` is the name that the endpoint knows it by; ``seconds`` is how long one answer may take. A key is no part
    of this: it comes from ``SITUATE_LLM_KEY`` of the environment, so that it stands in no command line and no log.

    :raises BadArgument: the url, the name or the time cannot be used.
    """

    url: str
    model: str
    seconds: float = 300.0

    def __post_init__(self) -> None:
        parts = _split(self.url)
        if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
            raise BadArgument(
                f"{self.url[:200]!r} is no address of an endpoint.", remedy="Write it as http://localhost:8000/v1."
            )
        if parts.username is not None or parts.query or parts.fragment:
            raise BadArgument(
                "An endpoint's address holds no user, no key and no query.",
                remedy="Give the key in the environment: SITUATE_LLM_KEY.",
            )
        if not (self.model.strip() and self.model.isprintable() and len(self.model) <= _LONGEST_NAME):
            raise BadArgument(f"{self.model[:80]!r} is no name of a model.", remedy="Name the model of the endpoint.")
        if not 0 < self.seconds <= _LONGEST_WAIT:
            raise BadArgument("A language model may take up to an hour to answer.", remedy="Give 1 to 3600 seconds.")

    @property
    def address(self) -> str:
        """Where requests go."""
        base = self.url.rstrip("/")
        return base if base.endswith(_PATH) else base + _PATH

    @property
    def host(self) -> str:
        """The endpoint's host, without its port."""
        return urlsplit(self.url).hostname or ""

    @property
    def encrypted(self) -> bool:
        """Whether what is sent cannot be read on the way."""
        return urlsplit(self.url).scheme == "https"

    @property
    def local(self) -> bool:
        """Whether the endpoint is this machine, so that no text leaves it."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def _split(url: str) -> SplitResult | None:
    """The parts of an address, ``None`` when it has none; a port that is no number counts as none."""
    if not (url.isascii() and url.isprintable()) or " " in url:
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
