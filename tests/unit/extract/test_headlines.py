"""Headlines that run into the text: where they end, and whose words they are."""

import packaged
import pytest

from situate.extract.speakers.attributed import Said
from situate.extract.speakers.headlines import apart, headline_end
from situate.model.report import Report
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

ENDS = {
    "Raids kill 10 in Aleppo NGO AFP Friday 5 Sep 2014 At least 10 people died a monitor said": "AFP",
    "Army bombs rebel town for second day 5 September 2014 Planes bombed the town activists said": "5 September",
    "Shelling of rebel town kills 19 Monitor At least 19 people died a monitor said": "At least",
    "The raid of 5 September 2014 At Tawilah killed ten people a monitor said": None,
    "The town was taken on 5 September 2014 Rebels said": None,
    "KABUL (AP) Police said that a bomb went off": None,
    "An AFP photographer saw the dead there": None,
    "Ten people died there, the monitor said": None,
}


def sentence_of(text: str) -> Sentence:
    found, place = [], 0
    for index, word in enumerate(text.split()):
        start = text.index(word, place)
        place = start + len(word)
        found.append(Token(index, start, place, word, word.lower(), "X", -1, "dep"))
    return Sentence(0, len(text), tuple(found))


@pytest.mark.parametrize("text", ENDS)
def test_where_a_headline_ends(text: str) -> None:
    end, expected = headline_end(text, [sentence_of(text)]), ENDS[text]
    assert text[end:].lstrip().startswith(expected) if expected else end == 0


def test_who_is_named_in_the_text_does_not_say_the_headline() -> None:
    text = next(iter(ENDS))
    sentence = sentence_of(text)
    at = text.index("a monitor")
    monitor = Said(0, Span(at, at + 9), Span(at + 10, at + 14), frozenset(range(len(sentence.tokens) - 3)))
    teller, kept = apart(text, [sentence], [monitor], headline_end(text, [sentence]))
    assert teller.speaker is not None
    assert teller.speaker.of(text) == "NGO"
    assert teller.cue.of(text) == ""
    assert {sentence.tokens[i].text for i in teller.covered} == {"Raids", "kill", "10", "in", "Aleppo"}
    assert min(sentence.tokens[i].start for i in kept.covered) >= text.index("AFP")


def test_a_report_without_such_a_headline_is_left_alone() -> None:
    text = "Ten people died there, the monitor said"
    said = [Said(0, Span(23, 34), Span(35, 39), frozenset(range(4)))]
    assert apart(text, [sentence_of(text)], said, 0) == said
    assert headline_end("", []) == 0


def test_a_headline_alone_ends_with_who_says_so() -> None:
    text = "Nine dead in army raid on rebel town Civil defence"
    sentence = sentence_of(text)
    assert headline_end(text, [sentence]) == len(text)
    (teller,) = apart(text, [sentence], [], len(text))
    assert teller.speaker is not None
    assert teller.speaker.of(text) == "Civil defence"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Shelling kills two in Lisk - governor", [["governor"]]),
        ("Drones attack Ostry — mayor", [["mayor"]]),
        ("Troops kill 12 in Lisk raid: health ministry", [["health ministry"]]),
        ("Rebels capture Ostry – UN", [["UN"]]),
        ("Rebels shell Lisk – the market burns", [[]]),
        ("Rebels shell Lisk - second town this week", [[]]),
    ],
)
def test_who_ends_a_headline_by_his_office_says_it(text, speakers):
    claims = [c for c in packaged.reader().read(Report(id="r", text=text)).claims if c.type != "destroy"]
    assert [[s.evidence.quote for s in c.speakers] for c in claims] == speakers
    assert not any("-" in q for c in claims for q in packaged.quotes(c, "place") if speakers != [[]])
