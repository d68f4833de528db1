"""One phrase of a text, resolved with the packaged gazetteer."""

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places

GAZETTEER = Gazetteer.open()


def read(text: str, quote: str) -> Resolution:
    span = Span(text.index(quote), text.index(quote) + len(quote))
    return resolve_places(text, [PlaceMention(span=span, sure=True)], GAZETTEER).resolutions[0]


def one(text: str, quote: str) -> Place:
    found = read(text, quote)
    assert found.place is not None, found.reason
    return found.place
