"""What stands beside the words of a speaker is not his, and the nearer of two speakers is told first: hand-made trees."""

import dataclasses

import pytest
import trees

from situate.extract.speakers.attributed import Said
from situate.extract.speakers.attribution import attributions
from situate.extract.speakers.floor import floor
from situate.extract.speakers.said_by import named
from situate.extract.speakers.unsaid import governs, nearer, stands_beside
from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.ontology import load

CASES = {
    "a clause of the time of speaking": (
        "Friends/friend/NOUN/2/nsubj confirmed/confirm/VERB/0/root it/it/PRON/2/obj as/as/SCONJ/6/mark hundreds/hundred/NOUN/6/nsubj marched/march/VERB/2/advcl", 5, "Friends", True),
    "the same, read as what was confirmed": (
        "Friends/friend/NOUN/2/nsubj confirmed/confirm/VERB/0/root it/it/PRON/2/obj as/as/SCONJ/6/mark hundreds/hundred/NOUN/6/nsubj marched/march/VERB/2/ccomp", 5, "Friends", True),
    "what is said": (
        "Friends/friend/NOUN/2/nsubj confirmed/confirm/VERB/0/root that/that/SCONJ/5/mark hundreds/hundred/NOUN/5/nsubj marched/march/VERB/2/ccomp", 4, "Friends", False),
    "what is seen as it happens": (
        "Friends/friend/NOUN/2/nsubj saw/see/VERB/0/root smoke/smoke/NOUN/2/obj as/as/SCONJ/6/mark planes/plane/NOUN/6/nsubj struck/strike/VERB/2/advcl", 5, "Friends", False),
    "without a subject of its own": (
        "Russia/Russia/PROPN/2/nsubj accused/accuse/VERB/0/root Kyiv/Kyiv/PROPN/2/obj after/after/SCONJ/5/mark bombing/bomb/VERB/2/advcl", 4, "Russia", False),
    "behind a semicolon": (
        "Doctors/doctor/NOUN/2/nsubj spoke/speak/VERB/0/root ;/;/PUNCT/5/punct troops/troops/NOUN/5/nsubj left/leave/VERB/2/parataxis", 4, "Doctors", True),
    "who is accused": (
        "Police/police/NOUN/4/nsubj:pass have/have/AUX/4/aux been/be/AUX/4/aux:pass accused/accuse/VERB/0/root of/of/SCONJ/6/mark killing/kill/VERB/4/advcl him/he/PRON/6/obj", 5, "Police", True),
    "who accuses": (
        "Police/police/NOUN/2/nsubj accused/accuse/VERB/0/root him/he/PRON/2/obj of/of/SCONJ/5/mark killing/kill/VERB/2/advcl", 4, "Police", False),
    "what is ordered": (
        "Trump/Trump/PROPN/2/nsubj ordered/order/VERB/0/root a/a/DET/4/det withdrawal/withdrawal/NOUN/2/obj", 3, "Trump", True),
    "what is urged": (
        "Trump/Trump/PROPN/2/nsubj urged/urge/VERB/0/root Kyiv/Kyiv/PROPN/2/obj to/to/PART/5/mark withdraw/withdraw/VERB/2/xcomp", 4, "Trump", True),
    "what is criticised": (
        "Trump/Trump/PROPN/2/nsubj criticised/criticise/VERB/0/root the/the/DET/4/det invasion/invasion/NOUN/2/obj", 3, "Trump", True),
    "what is said of what is called for": (
        "Trump/Trump/PROPN/2/nsubj urged/urge/VERB/0/root calm/calm/NOUN/2/obj and/and/CCONJ/5/cc said/say/VERB/2/conj troops/troops/NOUN/7/nsubj left/leave/VERB/5/ccomp", 6, "Trump", False),
    "what is ordered by who condemned something else": (
        "Trump/Trump/PROPN/2/nsubj condemned/condemn/VERB/0/root it/it/PRON/2/obj and/and/CCONJ/5/cc ordered/order/VERB/2/conj a/a/DET/7/det withdrawal/withdrawal/NOUN/5/obj", 6, "Trump", True),
    "what is welcomed": (
        "Trump/Trump/PROPN/2/nsubj welcomed/welcome/VERB/0/root the/the/DET/4/det withdrawal/withdrawal/NOUN/2/obj", 3, "Trump", False),
    "the day on which somebody spoke": (
        "The/the/DET/2/det day/day/NOUN/7/obl:unmarked of/of/ADP/5/case the/the/DET/5/det raid/raid/NOUN/2/nmod Friends/friend/NOUN/7/nsubj said/say/VERB/0/root it/it/PRON/9/nsubj rained/rain/VERB/7/ccomp", 4, "Friends", True),
    "a clause before who speaks": (
        "When/when/ADV/3/mark planes/plane/NOUN/3/nsubj came/come/VERB/5/advcl Friends/friend/NOUN/5/nsubj said/say/VERB/0/root it/it/PRON/7/nsubj rained/rain/VERB/5/ccomp", 2, "Friends", True),
    "a condition before who speaks": (
        "If/if/SCONJ/3/mark planes/plane/NOUN/3/nsubj come/come/VERB/5/advcl Friends/friend/NOUN/5/nsubj said/say/VERB/0/root it/it/PRON/7/nsubj ends/end/VERB/5/ccomp", 2, "Friends", False),
    "what is denied before who speaks": (
        "Denying/deny/VERB/5/advcl the/the/DET/3/det raid/raid/NOUN/1/obj Friends/friend/NOUN/5/nsubj said/say/VERB/0/root it/it/PRON/7/nsubj rained/rain/VERB/5/ccomp", 2, "Friends", False),
    "during what somebody spoke": (
        "Friends/friend/NOUN/2/nsubj spoke/say/VERB/0/root to/to/ADP/4/case us/we/PRON/2/obl during/during/ADP/7/case the/the/DET/7/det siege/siege/NOUN/2/obl", 6, "Friends", True),
    "what was during what is said": (
        "Friends/friend/NOUN/2/nsubj said/say/VERB/0/root ten/ten/NUM/4/nsubj died/die/VERB/2/ccomp during/during/ADP/7/case the/the/DET/7/det siege/siege/NOUN/2/obl", 6, "Friends", False),
    "who speaks": (
        "Villagers/villager/NOUN/5/nsubj who/who/PRON/3/nsubj fled/flee/VERB/1/acl:relcl home/home/ADV/3/advmod say/say/VERB/0/root it/it/PRON/7/nsubj rained/rain/VERB/5/ccomp", 2, "Villagers", True),
    "who told it": (
        "Police/police/NOUN/7/nsubj who/who/PRON/3/nsubj gave/give/VERB/1/acl:relcl a/a/DET/5/det toll/toll/NOUN/3/obj earlier/early/ADV/3/advmod say/say/VERB/0/root it/it/PRON/9/nsubj rained/rain/VERB/7/ccomp", 4, "Police", False),
    "what is not mentioned": (
        "Media/media/NOUN/2/nsubj made/make/VERB/0/root no/no/DET/4/det mention/mention/NOUN/2/obj of/of/ADP/7/case the/the/DET/7/det raid/raid/NOUN/4/nmod", 6, "Media", True),
    "what is not commented on": (
        "Generals/general/NOUN/2/nsubj declined/decline/VERB/0/root to/to/PART/4/mark comment/comment/VERB/2/xcomp on/on/ADP/7/case the/the/DET/7/det raid/raid/NOUN/4/obl", 6, "Generals", True),
    "what is not acknowledged": (
        "Generals/general/NOUN/4/nsubj have/have/AUX/4/aux not/not/PART/4/advmod acknowledged/acknowledge/VERB/0/root the/the/DET/6/det raid/raid/NOUN/4/obj", 5, "Generals", True),
    "what is acknowledged": (
        "Generals/general/NOUN/2/nsubj acknowledged/acknowledge/VERB/0/root the/the/DET/4/det raid/raid/NOUN/2/obj", 3, "Generals", False),
    "what is announced": (
        "Trump/Trump/PROPN/2/nsubj announced/announce/VERB/0/root a/a/DET/4/det withdrawal/withdrawal/NOUN/2/obj", 3, "Trump", False),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_whether_a_claim_stands_beside_what_is_said(name: str) -> None:
    words, head, who, expected = CASES[name]
    sentence = trees.tree(words)
    start = trees.text_of(sentence).index(who)
    speaker = Span(start, start + len(who))
    assert stands_beside(sentence, sentence.tokens[head], speaker, [], []) is expected


def test_a_name_ends_with_the_bracket_that_closes_in_it() -> None:
    sentence = trees.tree(
        "The/the/DET/3/det River/River/PROPN/3/compound Council/Council/PROPN/7/nsubj (/(/PUNCT/5/punct RC/RC/PROPN/3/appos "
        ")/)/PUNCT/5/punct said/say/VERB/0/root so/so/ADV/7/advmod"
    )
    cut = Span(0, sentence.tokens[4].end)
    assert named(sentence, cut) == Span(0, sentence.tokens[5].end)


def test_a_speaker_is_named_with_the_noun_that_his_words_describe() -> None:
    sentence = trees.tree(
        "Cuts/cut/NOUN/4/obj state/state/NOUN/3/compound media/media/NOUN/4/nsubj denied/deny/VERB/0/root"
    )
    first = sentence.tokens[1]
    assert named(sentence, Span(first.start, first.end)) == Span(first.start, sentence.tokens[2].end)


NURSES = (
    "nurses/nurse/NOUN/6/nsubj and/and/CCONJ/5/cc a/a/DET/5/det local/local/ADJ/5/amod monitor/monitor/NOUN/1/conj "
    "denied/deny/VERB/0/root"
)
LOYAL = (
    "men/man/NOUN/6/nsubj loyal/loyal/ADJ/1/amod to/to/ADP/5/case the/the/DET/5/det first/first/ADJ/2/obl "
    "denied/deny/VERB/0/root"
)
FLED = "men/man/NOUN/4/nsubj who/who/PRON/3/nsubj fled/flee/VERB/1/acl:relcl denied/deny/VERB/0/root"
THOSE = "those/those/PRON/4/nsubj who/who/PRON/3/nsubj fled/flee/VERB/1/acl:relcl denied/deny/VERB/0/root"


@pytest.mark.parametrize(
    ("words", "cut", "whole"), [(NURSES, 2, 5), (NURSES, 1, 1), (LOYAL, 4, 5), (FLED, 2, 1), (THOSE, 2, 2)]
)
def test_a_speaker_ends_in_no_conjunction_article_or_pronoun(words: str, cut: int, whole: int) -> None:
    sentence = trees.tree(words)
    assert named(sentence, Span(0, sentence.tokens[cut - 1].end)) == Span(0, sentence.tokens[whole - 1].end)


def test_what_is_quoted_stands_beside_nothing() -> None:
    words, head, who, _ = CASES["behind a semicolon"]
    sentence = trees.tree(words)
    speaker = Span(0, len(who))
    assert not stands_beside(sentence, sentence.tokens[head], speaker, [], [Span(0, sentence.end)])


def test_a_speaker_of_another_sentence_is_left_alone() -> None:
    sentence = trees.tree(CASES["behind a semicolon"][0])
    assert not stands_beside(sentence, sentence.tokens[4], Span(900, 904), [], [])


NESTED = (
    "Ali/Ali/PROPN/2/nsubj said/say/VERB/0/root drivers/driver/NOUN/4/nsubj {cue}/{lemma}/VERB/2/ccomp "
    "troops/troops/NOUN/6/nsubj left/leave/VERB/4/ccomp"
)


@pytest.mark.parametrize(("cue", "lemma", "expected"), [("told", "tell", True), ("believed", "believe", False)])
def test_the_nearer_of_two_speakers_reports_himself(cue: str, lemma: str, expected: bool) -> None:
    sentence = trees.tree(NESTED.format(cue=cue, lemma=lemma))
    by_ali = Said(0, Span(0, 3), Span(4, 8), frozenset(range(2, 6)))
    start = sentence.tokens[3].start
    by_drivers = Said(0, Span(9, 16), Span(start, start + len(cue)), frozenset({4, 5}))
    assert nearer(sentence, [by_ali, by_drivers], [by_drivers, by_ali], Span(0, 3)) is expected


def test_an_attribution_governs_what_hangs_on_its_verb_or_is_quoted() -> None:
    sentence = trees.tree(
        "Troops/troops/NOUN/2/nsubj left/leave/VERB/0/root ,/,/PUNCT/5/punct Ali/Ali/PROPN/5/nsubj "
        "said/say/VERB/2/parataxis towns/town/NOUN/7/nsubj fell/fall/VERB/5/ccomp"
    )
    ali, cue, end = (sentence.tokens[n].start for n in (3, 4, 5))
    said = Said(0, Span(ali, cue - 1), Span(cue, end - 1), frozenset({0, 1, 5, 6}))
    assert governs(sentence, sentence.tokens[6], said, [])
    assert not governs(sentence, sentence.tokens[1], said, [])
    assert governs(sentence, sentence.tokens[1], said, [Span(0, sentence.tokens[1].end)])
    gave = dataclasses.replace(sentence.tokens[4], deprel="acl:relcl")
    counted = dataclasses.replace(sentence, tokens=(*sentence.tokens[:4], gave, *sentence.tokens[5:]))
    assert governs(counted, counted.tokens[1], said, [])  # "the figure of 300 dead that the police gave"


def test_a_participle_behind_what_somebody_says_goes_on_with_his_words() -> None:
    sentence = trees.tree(
        "Ali/Ali/PROPN/2/nsubj said/say/VERB/0/root troops/troops/NOUN/4/nsubj left/leave/VERB/2/ccomp "
        "adding/add/VERB/4/advcl towns/town/NOUN/7/nsubj fell/fall/VERB/5/ccomp"
    )
    text = trees.text_of(sentence)
    assert [s.speaker.of(text) for s in attributions([sentence], {"say", "add"}) if s.speaker] == ["Ali", "Ali"]


def test_we_are_named_around_the_quotation() -> None:
    sentence = trees.tree(NESTED.replace("drivers/driver/NOUN", "we/we/PRON").format(cue="told", lemma="tell"))
    by_ali = Said(0, Span(0, 3), Span(4, 8), frozenset(range(2, 6)))
    by_us = Said(0, Span(9, 11), Span(12, 16), frozenset({4, 5}), pronoun=True)
    assert not nearer(sentence, [by_ali, by_us], [by_us, by_ali], Span(0, 3))


def after(first: Sentence, words: str) -> Sentence:
    """The sentence that follows another one."""
    second, shift = trees.tree(words), first.end + 1
    tokens = tuple(dataclasses.replace(t, start=t.start + shift, end=t.end + shift) for t in second.tokens)
    return dataclasses.replace(second, start=shift, end=shift + second.end, tokens=tokens)


def test_marks_that_set_a_word_apart_quote_nobody() -> None:
    first = trees.tree("Ali/Ali/PROPN/2/nsubj said/say/VERB/0/root he/he/PRON/4/nsubj left/leave/VERB/2/ccomp")
    second = after(
        first,
        'Towns/town/NOUN/2/nsubj fell/fall/VERB/0/root in/in/ADP/6/case "/"/PUNCT/6/punct local/local/ADJ/6/amod '
        'deals/deal/NOUN/2/obl "/"/PUNCT/6/punct ././PUNCT/2/punct',
    )
    text = f"{trees.text_of(first)} {trees.text_of(second)}"
    speaking = floor(text, [first, second], load().cues.speech_verbs)
    assert speaking.covering([first, second], 1, second.tokens[5]) == []


def test_a_statement_opened_by_a_colon_goes_on() -> None:
    """The order of the words finds the same speaker again ("On Monday evening, the minister said:"): that ends nothing."""
    opening = trees.tree(
        "On/on/ADP/3/case Monday/Monday/PROPN/3/compound evening/evening/NOUN/7/obl ,/,/PUNCT/3/punct the/the/DET/6/det "
        "minister/minister/NOUN/7/nsubj said/say/VERB/0/root :/:/PUNCT/7/punct"
    )
    following = after(opening, "Troops/troops/NOUN/2/nsubj left/leave/VERB/0/root ././PUNCT/2/punct")
    text = f"{trees.text_of(opening)} {trees.text_of(following)}"
    [said] = floor(text, [opening, following], load().cues.speech_verbs).covering(
        [opening, following], 1, following.tokens[1]
    )
    assert said.speaker is not None
    assert said.speaker.of(text) == "the minister"
