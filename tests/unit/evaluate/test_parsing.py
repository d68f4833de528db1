"""Trees against a treebank: on given words, and from raw text."""

import pytest

from situate.evaluate import parsing
from situate.model.span import Span

ROWS = [
    {
        "id": "web-1-0001", "text": "They can't leave.", "tokens": ["They", "ca", "n't", "leave", "."],
        "upos": ["PRON", "AUX", "PART", "VERB", "PUNCT"], "head": [4, 4, 4, 0, 4],
        "deprel": ["nsubj", "aux", "advmod", "root", "punct"], "mwt": [[1, 3, "can't"]],
    },
    {
        "id": "web-1-0002", "text": "I wanna go", "tokens": ["I", "want", "to", "go"],
        "upos": ["PRON", "VERB", "PART", "VERB"], "head": [2, 0, 4, 2], "deprel": ["nsubj", "root", "mark", "xcomp"],
        "mwt": [[1, 3, "wanna"]],
    },
    {"id": "web-2-0001", "text": "Aid came", "tokens": ["Aid", "came"], "upos": ["NOUN", "VERB"], "head": [2, 0], "deprel": ["nsubj", "root"]},
]  # fmt: skip


def test_sentences_of_one_source_stand_in_one_text():
    given = parsing.given_texts(ROWS)
    assert [text.text for text in given] == ["They ca n't leave .\nI want to go", "Aid came"]
    assert [len(text.sentences) for text in given] == [2, 1]
    for text in given:
        words = [word.span.of(text.text) for sentence in text.sentences for word in sentence]
        assert words == text.text.split()


def test_printed_words_lie_where_they_stand():
    raw, _ = parsing.raw_texts(ROWS)
    assert raw.text == "They can't leave. I wanna go"
    first, second = raw.sentences
    assert [word.span.of(raw.text) for word in first] == ["They", "ca", "n't", "leave", "."]
    assert [word.span.of(raw.text) for word in second] == ["I", "wanna", "wanna", "go"]
    assert first[0].head == first[3].span
    assert first[3].head is None


def test_a_word_that_is_not_in_the_text_is_refused():
    with pytest.raises(ValueError):
        parsing.printed({"text": "Aid", "tokens": ["came"]})


def test_given_words_count_one_by_one():
    gold = parsing.given_texts(ROWS)[1].sentences[0]
    aid, came = gold
    wrong_relation = (parsing.Word(aid.span, "NOUN", aid.head, "obj"), came)
    wrong_head = (parsing.Word(aid.span, "VERB", None, "nsubj"), came)
    assert parsing.score_given([(gold, gold)]) == {"words": 2, "upos": 1.0, "uas": 1.0, "las": 1.0}
    assert parsing.score_given([(gold, wrong_relation)]) == {"words": 2, "upos": 1.0, "uas": 1.0, "las": 0.5}
    assert parsing.score_given([(gold, wrong_head)]) == {"words": 2, "upos": 0.5, "uas": 0.5, "las": 0.5}


def test_subtypes_are_left_out():
    gold = parsing.given_texts(ROWS)[1].sentences[0]
    fine = (parsing.Word(gold[0].span, "NOUN", gold[0].head, "nsubj:pass"), gold[1])
    assert parsing.score_given([(gold, fine)])["las"] == 1.0


def test_raw_text_counts_words_that_were_cut_alike():
    text = parsing.raw_texts(ROWS)[1]
    aid, came = text.sentences[0]
    perfect = parsing.score_raw([(text, text.sentences)])
    assert set(perfect.values()) == {1.0, 2}
    split = parsing.Word(Span(4, 6), "VERB", None, "root"), parsing.Word(Span(6, 8), "X", Span(4, 6), "flat")
    cut = parsing.score_raw([(text, [(parsing.Word(aid.span, "NOUN", Span(4, 6), "nsubj"), *split)])])
    assert cut["words"] == 0.4  # one of two gold words, one of three found
    assert cut["upos"] == 0.4
    assert cut["las"] == 0.0  # the head is no word of the treebank
    assert cut["sentences"] == 1.0
    apart = parsing.score_raw([(text, [(aid,), (came,)])])
    assert apart["sentences"] == 0.0
    assert apart["las"] == 1.0
