from trees import label, text_of, tree

from situate.extract.speakers.said import told
from situate.extract.speakers.spoken import closed, contents, quotations, trimmed
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


def test_a_cue_may_have_nobody_or_nothing_but_not_both():
    text = "It was reported by the army."
    one = sentence(text, 0, ("cue", "reported"), ("source", "the army"))
    assert quotes(text, told(text, [one])) == [("the army", "reported", [])]
    assert told(text, [sentence(text, 0, ("cue", "reported"))]) == []


def test_content_without_any_cue_makes_no_attribution():
    text = "Ostry fell."
    assert told(text, [sentence(text, 0, ("content", "Ostry fell"))]) == []


def test_marks_at_the_edges_are_no_content():
    assert trimmed("“Ostry!”", Span(0, 8)) == Span(1, 6)
    assert trimmed("“…”!", Span(3, 4)) is None


def test_a_quotation_is_one_content_whatever_is_marked_of_it():
    first, second = "“We hold Ostry. ", "They have left,” the mayor said. “Nobody else has stayed behind.”"
    text = first + second
    sentences = [
        sentence(first.strip(), 0),
        sentence(second, len(first), ("content", "left"), ("source", "the mayor"), ("cue", "said")),
    ]
    found = quotes(text, told(text, sentences))
    assert found == [("the mayor", "said", ["We hold Ostry. They have left", "Nobody else has stayed behind"])]


def test_a_quotation_that_the_sentence_goes_on_with_is_no_sentence_of_its_own():
    text = "He called it “a very bad lie”. “The very worst lie” was his word. “We will win again,” he said."
    assert [q.of(text) for q in quotations(text)] == ["We will win again"]


def test_what_a_cue_interrupts_is_two_contents():
    text = "The road, she said, is closed"
    one = sentence(text, 0, ("content", text), ("source", "she"), ("cue", "said"))
    assert quotes(text, told(text, [one])) == [("she", "said", ["The road", "is closed"])]


def test_a_new_paragraph_without_quotation_marks_is_nobodys():
    first, second = "The mayor said Ostry fell.\n", "The siege goes on."
    sentences = [
        sentence(first.strip(), 0, ("source", "The mayor"), ("cue", "said"), ("content", "Ostry fell")),
        sentence(second, len(first), ("content", "The siege goes on")),
    ]
    assert quotes(first + second, told(first + second, sentences)) == [("The mayor", "said", ["Ostry fell"])]


def test_a_content_ends_where_its_phrase_ends():
    words = (
        "Troops/troops/NOUN/2/nsubj deny/deny/VERB/0/root the/the/DET/4/det loss/loss/NOUN/2/obj of/of/ADP/6/case "
        "Ostry/Ostry/PROPN/4/nmod ,/,/PUNCT/2/punct he/he/PRON/9/nsubj said/say/VERB/2/parataxis"
    )
    one = tree(words)
    for marked in ("the", "the loss", "the loss of"):
        assert closed(one, label(one, marked, "content").span).of(text_of(one)) == "the loss of Ostry"
    assert closed(one, label(one, "the loss of Ostry", "content").span).of(text_of(one)) == "the loss of Ostry"


def test_contents_never_overlap():
    text = "“We hold Ostry,” he said."
    one = sentence(text, 0, ("content", "“We hold Ostry,” he said"), ("content", "Ostry"))
    assert [c.of(text) for c in contents(text, [one])] == ["We hold Ostry"]
