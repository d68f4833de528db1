"""Makers and scorers of swapped actors and minimal pairs, on sentences with hand-made trees."""

import pytest

from situate.evaluate import minimal_pairs, swaps
from situate.evaluate.claims import Annotated, Scored
from situate.model.sentence import Sentence, Token
from situate.model.span import Span


def parsed(words: str) -> tuple[Sentence, str]:
    """A sentence of "form/lemma/UPOS/head/relation" (heads from 1), and its text; marks stand at the word before."""
    tokens: list[Token] = []
    text = ""
    for index, word in enumerate(words.split()):
        form, lemma, upos, head, relation = word.rsplit("/", 4)
        text += " " if text and upos != "PUNCT" else ""
        tokens.append(Token(index, len(text), len(text) + len(form), form, lemma, upos, int(head) - 1, relation))
        text += form
    return Sentence(0, len(text), tuple(tokens)), text


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def annotated(text: str, kind: str, trigger: str, actor: str, modality: str = "actual") -> Annotated:
    claim = Scored(
        type=kind, trigger=at(text, trigger), roles=(("actor", at(text, actor)),), speaker=None, polarity="positive",
        modality=modality, interval=(None, None),
    )  # fmt: skip
    return Annotated(id="s", text=text, claims=(claim,))


ACTIVE = (
    "The/the/DET/3/det Amber/Amber/PROPN/3/compound Brigade/Brigade/PROPN/4/nsubj captured/capture/VERB/0/root "
    "the/the/DET/6/det town/town/NOUN/4/obj ././PUNCT/4/punct"
)
PASSIVE = (
    "The/the/DET/2/det town/town/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass captured/capture/VERB/0/root "
    "by/by/ADP/6/case rebels/rebel/NOUN/4/obl:agent ././PUNCT/4/punct"
)
REPORTED = (
    "Officials/official/NOUN/2/nsubj said/say/VERB/0/root rebels/rebel/NOUN/4/nsubj captured/capture/VERB/2/ccomp "
    "the/the/DET/6/det town/town/NOUN/4/obj ././PUNCT/2/punct"
)
CARRIED = (
    "The/the/DET/2/det army/army/NOUN/3/nsubj launched/launch/VERB/0/root an/a/DET/5/det attack/attack/NOUN/3/obj "
    "././PUNCT/3/punct"
)


def twins(words: str, kind: str, trigger: str, actor: str) -> dict[str, str]:
    sentence, text = parsed(words)
    return {p.kind: p.after for p in minimal_pairs.pairs(sentence, annotated(text, kind, trigger, actor))}


def test_twins_of_a_verb_in_the_simple_past() -> None:
    made = twins(ACTIVE, "capture", "captured", "The Amber Brigade")
    assert made == {
        "did not": "The Amber Brigade did not capture the town.",
        "never": "The Amber Brigade never captured the town.",
        "denied that": "The ministry denied that the Amber Brigade captured the town.",
        "failed to": "The Amber Brigade failed to capture the town.",
        "tried to": "The Amber Brigade tried to capture the town.",
        "will": "The Amber Brigade will capture the town.",
        "is expected to": "The Amber Brigade is expected to capture the town.",
        "plans to": "The Amber Brigade plans to capture the town.",
        "vowed to": "The Amber Brigade vowed to capture the town.",
        "if": "If the Amber Brigade captured the town, the talks would be called off.",
        "would … if": "The Amber Brigade would capture the town if the talks failed.",
        "might": "The Amber Brigade might capture the town.",
        "reportedly": "The Amber Brigade reportedly captured the town.",
        "allegedly": "The Amber Brigade allegedly captured the town.",
    }


def test_twins_of_a_passive_need_no_agent() -> None:
    made = twins(PASSIVE, "capture", "captured", "rebels")
    assert made["did not"] == "The town was not captured by rebels."
    assert made["will"] == "The town will be captured by rebels."
    assert made["is expected to"] == "The town is expected to be captured by rebels."
    assert not {"failed to", "tried to", "plans to", "vowed to"} & set(made)


def test_twins_of_what_somebody_says_change_the_saying_or_what_is_said() -> None:
    made = twins(REPORTED, "capture", "captured", "rebels")
    assert made["denied that"] == "Officials denied that rebels captured the town."
    assert made["said … would"] == "Officials said rebels would capture the town."
    assert made["plans to"] == "Officials said rebels planned to capture the town."
    assert "if" not in made


def test_twins_of_a_noun_that_a_verb_carries() -> None:
    made = twins(CARRIED, "assault", "attack", "The army")
    assert made["no"] == "The army launched no attack."
    assert made["did not"] == "The army did not launch an attack."


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (ACTIVE.replace("captured/capture", "frobbed/frob"), "nobody listed the verb"),
        (ACTIVE.replace("captured/", "captures/"), "no past"),
        (ACTIVE.replace("././", "?/?/"), "a question"),
    ],
)
def test_what_cannot_be_made_is_left_out(words: str, reason: str) -> None:
    trigger = words.split()[3].split("/")[0]
    assert not twins(words, "capture", trigger, "The Amber Brigade"), reason


def test_the_trigger_of_a_twin_is_its_verb() -> None:
    sentence, text = parsed(ACTIVE)
    for pair in minimal_pairs.pairs(sentence, annotated(text, "capture", "captured", "The Amber Brigade")):
        assert pair.trigger_after.of(pair.after) in {"capture", "captured"}


def reader(certainty: tuple[str, str], word: str = "capture"):
    """A reader that finds a capture at the verb, a fact but for one kind of words."""

    def read(text: str) -> list[Scored]:
        start = text.find(word)
        if start < 0:
            return []
        polarity, modality = certainty if "did not" in text else minimal_pairs.FACT
        return [
            Scored(
                type="capture", trigger=Span(start, start + len(word)), roles=(), speaker=None, polarity=polarity,
                modality=modality, interval=(None, None),
            )
        ]  # fmt: skip

    return read


def test_a_pair_is_right_when_both_sides_are() -> None:
    sentence, text = parsed(ACTIVE)
    made = [
        p
        for p in minimal_pairs.pairs(sentence, annotated(text, "capture", "captured", "The Amber Brigade"))
        if p.kind == "did not"
    ]
    judge = minimal_pairs.judged
    assert judge(made[0], reader(("negative", "actual"))) == "right"
    assert judge(made[0], reader(("positive", "actual"))) == "wrong_after"
    assert judge(made[0], reader(("negative", "actual"), "captured")) == "lost"
    assert not minimal_pairs.chosen(made, lambda text: [])
    assert len(minimal_pairs.chosen(made * 3, reader(minimal_pairs.FACT))) == 1
    told = minimal_pairs.told([("did not", "right"), ("did not", "lost"), ("if", "right")])
    assert (told["pairs"], told["right"], told["by_kind"]["did not"]["right"]) == (3, 0.6667, 0.5)


def test_there_are_forty_actors_and_no_two_alike() -> None:
    assert len(swaps.actors()) == 40
    assert len({form for actor in swaps.actors() for form in actor}) == 80


def test_a_name_is_swapped_with_its_article_in_its_number() -> None:
    sentence, text = parsed(ACTIVE)
    (one,) = swaps.named(sentence, annotated(text, "capture", "captured", "Amber Brigade"))
    changed, trigger = swaps.swapped(one, ("the junta", "junta troops"))
    assert changed == "The junta captured the town."
    assert trigger.of(changed) == "captured"
    assert swaps.swapped(one, ("M23", "M23 rebels"))[0] == "M23 captured the town."


def test_who_has_no_name_is_not_swapped() -> None:
    sentence, text = parsed(PASSIVE)
    assert not list(swaps.named(sentence, annotated(text, "capture", "captured", "rebels")))


def test_means_in_a_name_are_not_swapped_away() -> None:
    sentence, text = parsed(ACTIVE.replace("Brigade/Brigade/PROPN", "warplanes/warplane/NOUN"))
    assert not list(swaps.named(sentence, annotated(text, "capture", "captured", "Amber warplanes")))


def test_swaps_are_counted_as_same_changed_or_lost() -> None:
    sentence, text = parsed(ACTIVE)
    found = list(swaps.named(sentence, annotated(text, "capture", "captured", "Amber Brigade")))

    def read(words: str) -> list[Scored]:
        if words.startswith("M23"):
            return []
        kind = "assault" if words.startswith("Turkey") else "capture"
        return [
            Scored(
                type=kind, trigger=at(words, "captured"), roles=(), speaker=None, polarity="positive", modality="actual",
                interval=(None, None),
            )
        ]  # fmt: skip

    told = swaps.told(swaps.outcomes(swaps.chosen(found, read), read))
    assert (told["sentences"], told["swaps"]) == (1, 40)
    assert (told["same"], told["changed"], told["lost"]) == (38 / 40, 1 / 40, 1 / 40)
    assert told["same_by_actor"]["M23"] == 0.0
    assert told["same_where_kept"] == round(38 / 39, 4)
