from situate.extract.said import told, trimmed
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import Span


def sentence(text: str, start: int, *said: tuple[str, str]) -> Sentence:
    tokens, position = [], start
    for index, word in enumerate(text.split()):
        begin = text.index(word, position - start) + start
        tokens.append(Token(index, begin, begin + len(word), word, word, "X", -1, "dep"))
        position = begin + len(word)
    spans = tuple(Labelled(start + text.index(w), start + text.index(w) + len(w), label, 0.9) for label, w in said)
    return Sentence(start, start + len(text), tuple(tokens), said=spans)


def quotes(text: str, found) -> list[tuple[str, str, list[str]]]:
    return [
        (text[f.source.start : f.source.end] if f.source else "", text[f.cue.start : f.cue.end],
         [text[c.start : c.end] for c in f.contents])
        for f in found
    ]  # fmt: skip


def test_a_cue_has_its_nearest_source_and_its_contents():
    text = '"We hold Ostry", the mayor said, and the army added that Lisk fell.'
    one = sentence(
        text, 0, ("content", '"We hold Ostry",'), ("source", "the mayor"), ("cue", "said"), ("source", "the army"),
        ("cue", "added"), ("content", "that Lisk fell."),
    )  # fmt: skip
    assert quotes(text, told(text, [one])) == [
        ("the mayor", "said", ["We hold Ostry"]),
        ("the army", "added", ["that Lisk fell"]),
    ]


def test_a_content_goes_on_in_the_next_sentence_without_a_cue():
    first = "The mayor said: “We hold Ostry. "
    second = "They have left.” Nobody else spoke."
    text = first + second
    sentences = [
        sentence(first.strip(), 0, ("source", "The mayor"), ("cue", "said"), ("content", "We hold Ostry")),
        sentence(second, len(first), ("content", "They have left")),
    ]
    found = quotes(text, told(text, sentences))
    assert found == [("The mayor", "said", ["We hold Ostry. They have left"])]


def test_a_cue_may_have_nobody_and_nothing():
    text = "It was reported yesterday."
    assert quotes(text, told(text, [sentence(text, 0, ("cue", "reported"))])) == [("", "reported", [])]


def test_content_without_any_cue_makes_no_attribution():
    text = "Ostry fell."
    assert told(text, [sentence(text, 0, ("content", "Ostry fell"))]) == []


def test_marks_at_the_edges_are_no_content():
    assert trimmed("“Ostry!”", Span(0, 8)) == Span(1, 6)
    assert trimmed("“…”!", Span(3, 4)) is None
