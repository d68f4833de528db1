"""What is taken in a place is not the place."""

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.place_shares import told_in_part

LISK = Place(id="geonames:1", name="Lisk", country="XX", latitude=1.0, longitude=2.0)


def claim(text: str, thing: str, kind: str = "capture") -> Claim:
    def role(words: str, **rest: object) -> Role:
        at = text.index(words)
        return Role(role="place", evidence=Evidence(span=Span(at, at + len(words)), quote=words), **rest)  # type: ignore[arg-type]

    roles = (role(thing, reason="description"), role("Lisk", place=LISK))
    trigger = Evidence(span=Span(0, 6), quote=text[:6])
    return Claim(id="c:1", report="r", type=kind, trigger=trigger, roles=roles)


@pytest.mark.parametrize(
    ("text", "thing", "part"),
    [
        ("Seized three villages in Lisk.", "three villages", "three villages"),
        ("Lisk assault: rebels seize 3 villages.", "3 villages", "3 villages"),
        ("Seized a base near Lisk.", "a base", "a base"),
        ("Seized Lisk, a town in the hills.", "a town", None),
        ("Seized the city of Lisk.", "the city", None),
    ],
)
def test_it_is_told_in_part(text: str, thing: str, part: str | None) -> None:
    found = told_in_part(claim(text, thing), text).roles[1].place
    assert found is not None
    assert (found.relation, found.precision) == ((part, "part") if part else (None, "settlement"))


def test_other_claims_stay_as_they_are() -> None:
    text = "Shells hit three villages in Lisk."
    shelling = claim(text, "three villages", "shelling")
    assert told_in_part(shelling, text) == shelling
