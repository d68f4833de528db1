import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.mending import dated_by_its_clause, mended

WOUNDED = trees.tree(
    "Shells/shell/NOUN/2/nsubj killed/kill/VERB/0/root six/six/NUM/2/obj and/and/CCONJ/5/cc wounded/wound/VERB/2/conj "
    "more/more/ADJ/8/advmod than/than/ADP/6/fixed twenty/twenty/NUM/5/obj there/there/ADV/5/advmod"
)
TEXT = trees.text_of(WOUNDED)


def filler(role: str, words: str) -> Filler:
    start = TEXT.index(words)
    return Filler(role, start, start + len(words))


def test_a_toll_follows_the_verb_that_governs_it():
    found = mended(WOUNDED, [filler("killed", "six"), filler("killed", "more than twenty")])
    assert [f.role for f in found] == ["killed", "wounded"]


def test_a_figure_beside_a_participle_follows_it():
    headline = trees.tree("Six/six/NUM/2/nsubj killed/kill/VERB/0/root 22/22/NUM/4/dep injured/injure/VERB/2/conj")
    found = mended(headline, [Filler("killed", 0, 3), Filler("killed", 11, 13)])
    assert [f.role for f in found] == ["killed", "wounded"]


def test_other_roles_keep_their_name():
    assert mended(WOUNDED, [filler("target", "more than twenty")])[0].role == "target"


def test_a_preposition_that_is_left_hanging_is_no_part_of_a_filler():
    text = "the/the/DET/2/det houses/house/NOUN/0/root in/in/ADP/5/case the/the/DET/5/det town/town/NOUN/2/nmod"
    (found,) = mended(trees.tree(text), [Filler("target", 0, 13)])
    assert (found.start, found.end) == (0, 10)


def test_a_bracket_that_is_opened_in_a_filler_is_shut_in_it():
    text = (
        "rebels/rebel/NOUN/5/nsubj (/(/PUNCT/3/punct Front/Front/PROPN/1/appos )/)/PUNCT/3/punct left/leave/VERB/0/root"
    )
    sentence = trees.tree(text)
    end = trees.text_of(sentence).index(")")
    (found,) = mended(sentence, [Filler("actor", 0, end - 1)])
    assert (found.start, found.end) == (0, end + 1)
    assert mended(sentence, [Filler("actor", 0, 6)])[0].end == 6


def test_words_that_name_nothing_are_left_out_and_here_and_there_kept():
    assert mended(WOUNDED, [filler("target", "than"), filler("target", "and")]) == []
    assert len(mended(WOUNDED, [filler("place", "there")])) == 1


def test_fillers_of_other_sentences_are_left_as_they_are():
    far = Filler("killed", 500, 510)
    assert mended(WOUNDED, [far]) == [far]


def test_the_adjective_wounded_is_a_word_of_harm():
    told = trees.tree(
        "two/two/NUM/2/nsubj:pass killed/kill/VERB/0/root and/and/CCONJ/5/cc 14/14/NUM/5/nsubj:pass wounded/wounded/ADJ/2/conj"
    )
    start = trees.text_of(told).index("14")
    assert mended(told, [Filler("killed", start, start + 2)])[0].role == "wounded"


def test_a_headline_counts_the_wounded_behind_the_dead():
    headline = trees.tree(
        "Eight/eight/NUM/2/nummod persons/person/NOUN/3/nsubj:pass killed/kill/VERB/0/root 58/58/NUM/5/nummod "
        "others/other/NOUN/3/obj injured/injure/VERB/5/acl"
    )
    start = trees.text_of(headline).index("58")
    assert mended(headline, [Filler("killed", start, start + 9)])[0].role == "wounded"


def test_who_wounds_is_not_wounded():
    told = trees.tree(
        "two/two/NUM/2/nummod patients/patient/NOUN/3/nsubj injured/injure/VERB/0/root eight/eight/NUM/3/obj"
    )
    assert mended(told, [Filler("killed", 0, 12)])[0].role == "killed"


def test_lives_that_are_claimed_are_no_wounds_for_what_follows():
    told = trees.tree(
        "claiming/claim/VERB/0/root the/the/DET/3/det lives/life/NOUN/1/obj of/of/ADP/6/case 8/8/NUM/6/nummod "
        "persons/person/NOUN/3/nmod and/and/CCONJ/8/cc injuring/injure/VERB/1/conj more/more/ADJ/8/obj"
    )
    start = trees.text_of(told).index("8 persons")
    assert mended(told, [Filler("killed", start, start + 9)])[0].role == "killed"


def test_what_remains_in_place_is_nowhere():
    text = "it/it/PRON/2/nsubj remains/remain/VERB/0/root in/in/ADP/4/case place/place/NOUN/2/obl"
    told = trees.tree(text)
    start = trees.text_of(told).index("place")
    assert mended(told, [Filler("place", start, start + 5)]) == []


def test_a_phrase_that_breaks_off_is_closed():
    text = "two/two/NUM/4/nummod unmarked/unmarked/ADJ/4/amod white/white/ADJ/4/amod vans/van/NOUN/0/root"
    (found,) = mended(trees.tree(text), [Filler("target", 0, 12)])
    assert (found.start, found.end) == (0, 23)


def test_print_without_commas_counts_the_wounded_behind_the_dead():
    told = trees.tree(
        "It/it/PRON/2/nsubj killed/kill/VERB/0/root 30/30/NUM/4/nummod people/people/NOUN/2/obj injured/injure/VERB/2/conj "
        "90/90/NUM/5/obj"
    )
    found = mended(told, [Filler("wounded", 10, 19), Filler("wounded", 28, 30)])
    assert [f.role for f in found] == ["killed", "wounded"]
    headline = trees.tree(
        "Shells/shell/NOUN/2/nsubj kill/kill/VERB/0/root 10/10/NUM/2/obj injure/injure/VERB/2/conj 16/16/NUM/4/obj"
    )
    found = mended(headline, [Filler("wounded", 12, 14), Filler("wounded", 22, 24)])
    assert [f.role for f in found] == ["killed", "wounded"]


def test_forces_are_named_with_whom_they_are_loyal_to():
    words = (
        "Forces/force/NOUN/5/nsubj loyal/loyal/ADJ/1/acl to/to/ADP/4/case Harr/Harr/PROPN/2/obl hit/hit/VERB/0/root "
        "Lisk/Lisk/PROPN/5/obj"
    )
    (found,) = mended(trees.tree(words), [Filler("actor", 0, 6)])
    assert trees.text_of(trees.tree(words))[found.start : found.end] == "Forces loyal to Harr"


NOW = (
    "The/the/DET/2/det town/town/NOUN/5/nsubj:pass is/be/AUX/5/aux:pass {0}/{0}/ADV/5/advmod held/hold/VERB/0/root "
    "by/by/ADP/7/case rebels/rebel/NOUN/5/obl:agent"
)


@pytest.mark.parametrize(
    ("word", "kind", "dated"),
    [("now", "control", ["now"]), ("now", "besiege", ["now"]), ("once", "control", ["once"]), ("once", "besiege", []),
     ("still", "control", [])],
)  # fmt: skip
def test_now_and_once_date_what_they_are_said_of(word: str, kind: str, dated: list[str]) -> None:
    sentence = trees.tree(NOW.format(word))
    found = dated_by_its_clause(sentence, sentence.tokens[4], kind, [], [])
    assert [trees.text_of(sentence)[f.start : f.end] for f in found if f.role == "time"] == dated
    day = Filler("time", 0, 3)
    assert dated_by_its_clause(sentence, sentence.tokens[4], kind, [day], []) == [day]
