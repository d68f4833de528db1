"""What derivation needs to know of a report: when it came out, who published it, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from situate.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """``origin`` is the id of the report that it copies or itself; ``known_on`` is its publication date.

    ``outlet_side`` is the side that the outlet stands on, ``outlet_house`` who stands behind it (its owner): outlets
    of one house are one voice. ``wire`` is the house of the agency whose copy the report says that it prints.
    ``quoted`` maps words for a speaker who is an outlet ("Amber Voice") to the house and side of that outlet.
    ``speaks_for`` maps persons who speak in it to the body that they lead or speak for, both by id.
    ``retracts`` lists ids of reports that this one withdraws, or corrects: then ``corrects`` are the names that it
    speaks of, and what was told of other places stands (``None``: it withdraws all). ``country`` is the one that nearly
    all of it is about, ``town`` the one that it was written in by its dateline, if it lies there.
    """

    report: str
    published: str | None = None
    outlet: str | None = None
    outlet_side: str | None = None
    outlet_house: str | None = None
    wire: str | None = None
    quoted: tuple[tuple[str, str, str | None], ...] = ()
    speaks_for: tuple[tuple[str, str], ...] = ()
    origin: str = ""
    retracts: tuple[str, ...] = ()
    corrects: tuple[str, ...] | None = None
    country: Place | None = None
    town: Place | None = None
