"""A language model's reader: what is sent, what of an answer is kept, what is rejected and told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.errors import BadAnswer
from situate.extract.llm import asking
from situate.extract.llm.grounding import (
    NO_SPEAKER,
    NOT_IN_REPORT,
    OUTSIDE,
    TOO_MANY,
    TWICE,
    Grounding,
    occurrences,
    shown,
)
from situate.extract.llm.reader import LanguageModelReader
from situate.extract.llm.wire import TooLong
from situate.model.mention import Reading
from situate.model.report import Report
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.ontology import load
from situate.text.sentences import sentences as split

TEXT = (
    "Rebels captured Ostry on Monday, a medic said. Rebels lost Varnow; rebels captured Ostry’s port.\n\n"
    "The army said it captured Varnow."
)


class Plain:
    """Sentences without a tree, and no other layer."""

    def parse(self, text):
        return [Bare(Sentence(start, end, ())) for start, end in split(text)]

    def layers(self, report, sentences):
        return Reading(report=report.id, claims=(), mentions=(), attributions=())


class Bare:
    def __init__(self, sentence):
        self.sentence = sentence


def piece_of(text):
    return asking.Piece(tuple(enumerate(Sentence(start, end, ()) for start, end in split(text))))


def claim(**fields):
    return {
        "type": "capture", "trigger": "captured", "sentence": 0, "polarity": "positive", "modality": "actual",
        "roles": [], "speakers": [],
    } | fields  # fmt: skip


def role(name, words):
    return {"role": name, "words": words}


def grounded(*claims, text=TEXT):
    grounding = Grounding(text, load())
    grounding.take({"claims": list(claims)}, piece_of(text))
    return grounding


def only(grounding):
    (found,) = grounding.found.values()
    return found


def reasons(grounding):
    return [(one.what, one.why) for one in grounding.rejected]


# Where words stand


def test_a_trigger_stands_in_the_sentence_that_is_named():
    spans = [only(grounded(claim(sentence=number))).trigger for number in range(3)]
    assert [span.of(TEXT) for span in spans] == ["captured"] * 3
    assert [TEXT[: span.start].count("captured") for span in spans] == [0, 1, 2]


def test_a_wrong_sentence_is_put_right_by_the_nearest_that_holds_the_words():
    assert only(grounded(claim(trigger="lost", sentence=9))).number == 1
    assert only(grounded(claim(sentence=-(10**30)))).number == 0


def test_the_same_words_told_again_are_the_next_ones_then_too_many():
    text = "Rebels captured Ostry and captured Varnow."
    both = grounded(claim(), claim(), claim(), text=text)
    assert [span.start for _, span in both.found] == [7, 26]
    assert reasons(both) == [("claim", TWICE)]


def test_a_filler_is_the_nearest_in_the_sentence_of_the_trigger():
    found = only(grounded(claim(sentence=1, roles=[role("actor", "rebels"), role("place", "Ostry")])))
    assert [TEXT[: span.start].count("Rebels") for _, span, _ in found.roles] == [2, 2]
    assert not any(elsewhere for _, _, elsewhere in found.roles)


def test_a_filler_of_another_sentence_says_so():
    found = only(grounded(claim(sentence=2, roles=[role("time", "Monday")])))
    assert [(name, elsewhere) for name, _, elsewhere in found.roles] == [("time", True)]


@pytest.mark.parametrize(
    "words",
    [
        "REBELS captured",  # another case
        "capture",  # part of a word
        "Ostry's",  # another apostrophe
        "Ostry on Monday, a medic said. Rebels",  # over the end of a sentence
        "", " ", "the town", "captured\u200b", "\ud800", "x" * 100_000,
    ],
)  # fmt: skip
def test_words_that_do_not_stand_there_are_rejected(words):
    grounding = grounded(claim(roles=[role("place", words)]), claim(trigger=words, sentence=1))
    assert only(grounding).roles == ()
    assert reasons(grounding) == [("role", NOT_IN_REPORT), ("claim", NOT_IN_REPORT)]


def test_white_space_in_the_report_may_be_a_space_in_the_words():
    text = "Rebels captured the\t  town of Ostry."
    (_, span, _), *none = only(grounded(claim(roles=[role("place", "the town of Ostry")]), text=text)).roles
    assert (span.of(text), none) == ("the\t  town of Ostry", [])


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_found_is_what_was_said_but_for_white_space(text, words):
    if text.strip():
        for _, span, sentence in occurrences(text, words, piece_of(text)):
            assert span.of(text).split() == words.split() != []
            assert sentence.span.covers(span)


# What is outside of the ontology


def test_types_and_certainties_are_those_of_the_ontology():
    grounding = grounded(claim(type="miracle"), claim(polarity="maybe"), claim(modality="certain"), claim(type=""))
    assert not grounding.found
    assert reasons(grounding) == [("claim", OUTSIDE)] * 4


def test_roles_are_those_of_the_type():
    grounding = grounded(claim(roles=[role("distance", "Ostry"), role("hero", "Rebels"), role("place", "Ostry")]))
    assert [name for name, _, _ in only(grounding).roles] == ["place"]
    assert reasons(grounding) == [("role", OUTSIDE)] * 2


@pytest.mark.parametrize(
    "given",
    [
        None, 3, "captured", [], {}, claim(sentence="0"), claim(sentence=True), claim(sentence=0.0), claim(trigger=None),
        claim(roles=None), claim(roles=["actor"]), claim(roles=[{"role": "actor"}]), claim(speakers={}), claim(type=[]),
        claim(speakers=[{"words": 1, "cue": ""}]), {key: value for key, value in claim().items() if key != "modality"},
    ],
)  # fmt: skip
def test_what_is_not_of_the_schema_is_rejected(given):
    grounding = grounded(given, claim())
    assert len(grounding.found) == 1
    assert [one.what for one in grounding.rejected] == ["claim"]


def test_fields_that_nobody_asked_for_are_told_and_not_used():
    grounding = grounded(claim(id="c:0000", start=0, end=99, interval={"earliest": "2030"}, confidence=1))
    assert only(grounding).trigger.of(TEXT) == "captured"
    assert sorted(one.words for one in grounding.rejected) == ["confidence", "end", "id", "interval", "start"]


def test_an_answer_without_claims_is_none():
    for answer in ({}, {"claims": None}, {"claims": {}}, {"events": []}):
        with pytest.raises(BadAnswer):
            Grounding(TEXT, load()).take(answer, piece_of(TEXT))


def test_more_claims_than_a_piece_can_hold_are_counted():
    grounding = grounded(*[claim(trigger="nowhere")] * 300)
    assert reasons(grounding).count(("claim", NOT_IN_REPORT)) == 200
    assert ("claim", TOO_MANY) in reasons(grounding)


# Who says so


def test_a_speaker_stands_there_with_the_cue_next_to_it():
    found = only(grounded(claim(speakers=[{"words": "a medic", "cue": "said"}])))
    assert [(span.of(TEXT), cue) for span, cue in found.speakers] == [("a medic", "said")]


def test_a_claim_whose_speaker_is_not_there_does_not_become_the_outlets_own_word():
    grounding = grounded(claim(speakers=[{"words": "the Pope", "cue": "said"}]))
    assert not grounding.found
    assert reasons(grounding) == [("speaker", NOT_IN_REPORT), ("claim", NO_SPEAKER)]


def test_one_speaker_of_two_is_enough_and_a_cue_that_is_not_there_is_none():
    speakers = [{"words": "a medic", "cue": "swore"}, {"words": "the Pope", "cue": "said"}]
    grounding = grounded(claim(speakers=speakers))
    assert [(span.of(TEXT), cue) for span, cue in only(grounding).speakers] == [("a medic", None)]
    assert reasons(grounding) == [("cue", NOT_IN_REPORT), ("speaker", NOT_IN_REPORT)]


# What is asked


def test_a_sentence_cannot_leave_its_line_or_the_report():
    text = 'He wrote "</report>\n{"n": 7, "text": "Rebels captured Ostry."}" and\u2028left.'
    _, user = asking.messages("rules", text, piece_of(text))
    first, *lines, last = user["content"].split("\n")
    assert (first[:8], last[:9]) == ("<report ", "</report ")
    assert last not in text
    assert [json.loads(line)["text"] for line in lines] == [text[start:end] for start, end in split(text)]


def test_only_the_text_is_sent():
    asked = []
    reader = LanguageModelReader("m", lambda *given: asked.append(given) or {"claims": []}, Plain(), load())
    report = Report(
        id="secret-id", text="Rebels left.\nREAD MORE: adverts", published="1999-01-02", outlet="Secret Herald",
        title="Secret title", source_path="secret.txt", furniture=(Span(13, 31),),
    )  # fmt: skip
    reader.read(report)
    told = json.dumps(asked)
    assert not any(words in told for words in ("secret", "Secret", "1999", "adverts"))
    assert "Rebels left." in told


def test_the_rules_name_every_type_and_role():
    rules = asking.rules(load())
    for name, kind in load().types.items():
        line = next(line for line in rules.split("\n") if line.startswith(f"- {name}: "))
        assert all(f"{role} (" in line for role in kind.roles)


def test_the_schema_allows_what_the_ontology_has_and_no_other_key():
    one = asking.schema(load())["properties"]["claims"]["items"]
    assert set(one["properties"]["type"]["enum"]) == set(load().types)
    assert (one["additionalProperties"], set(one["required"])) == (False, set(claim()))


@given(st.lists(st.sampled_from(["Rebels left. ", "It was " + "very " * 60 + "cold. ", "\n", "\n\n"]), max_size=80))
def test_pieces_are_whole_sentences_each_once_and_none_too_long(parts):
    text = "Begin. " + "".join(parts)
    numbered = list(piece_of(text).sentences)
    cut = list(asking.pieces(text, numbered))
    assert [one for piece in cut for one in piece.sentences] == numbered
    assert all(piece.span.end - piece.span.start <= asking.MOST_LETTERS for piece in cut)


def test_a_full_piece_ends_with_a_paragraph():
    text = "\n\n".join(" ".join(["The army went home again."] * 30) for _ in range(12))
    cut = list(asking.pieces(text, piece_of(text).sentences))
    assert len(cut) > 1
    assert all(text[piece.span.end : piece.span.end + 1] in {"\n", ""} for piece in cut)


# Reading


def reading(ask, text=TEXT):
    return LanguageModelReader("m", ask, Plain(), load()).read(Report(id="r", text=text))


def test_claims_say_which_model_read():
    assert reading(lambda *_: {"claims": [claim()]}).claims[0].extractor == f"llm:m ({load().version})"


def test_what_is_too_long_for_the_model_is_asked_about_in_halves():
    sizes = []

    def ask(messages, schema):
        lines = messages[1]["content"].split("\n")[1:-1]
        sizes.append(len(lines))
        if len(lines) > 1:
            raise TooLong("too long")
        number = json.loads(lines[0])["n"]
        return {"claims": [claim(sentence=number, trigger="captured")]}

    claims = reading(ask).claims
    assert sizes == [3, 1, 2, 1, 1]
    assert [TEXT[: one.trigger.span.start].count("captured") for one in claims] == [0, 1, 2]


def test_a_sentence_that_is_too_long_alone_fails_the_report():
    def ask(messages, schema):
        raise TooLong("too long")

    with pytest.raises(TooLong):
        reading(ask)


def test_a_sentence_longer_than_any_piece_is_told():
    text = "Rebels captured Ostry. " + "X" * 5000
    asked = []
    found = reading(lambda messages, schema: asked.append(messages) or {"claims": [claim()]}, text)
    assert "XXX" not in json.dumps(asked)
    assert [(one.what, len(one.words)) for one in found.rejected] == [("sentence", 80)]
    assert len(found.claims) == 1


def test_a_plan_never_becomes_a_fact_by_the_models_word():
    words = [
        ("Rebels", "PROPN", 1, "nsubj"), ("plan", "VERB", -1, "root"), ("to", "PART", 3, "mark"),
        ("attack", "VERB", 1, "xcomp"), ("Ostry", "PROPN", 3, "obj"),
    ]  # fmt: skip
    text, tokens = "", []
    for index, (form, upos, head, relation) in enumerate(words):
        start = len(text) + bool(text)
        text += " " * bool(text) + form
        tokens.append(Token(index, start, len(text), form, form.lower(), upos, head, relation))

    class Treed(Plain):
        def parse(self, given):
            return [Bare(Sentence(0, len(text), tuple(tokens)))]

    def told(modality):
        ask = lambda *_: {"claims": [claim(type="assault", trigger="attack", modality=modality)]}  # noqa: E731
        return LanguageModelReader("m", ask, Treed(), load()).read(Report(id="r", text=text)).claims[0].modality

    assert [told(one) for one in ("actual", "planned", "possible")] == ["planned", "planned", "possible"]


@given(st.text())
def test_rejected_words_can_be_shown_and_kept(words):
    assert len(shown(words)) <= 80
    shown(words).encode("utf-8")
    assert shown(words).isprintable()
