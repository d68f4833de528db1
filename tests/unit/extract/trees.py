"""Sentences with hand-made trees: "form/lemma/UPOS/head/relation" (heads from 1, 0 = root), words parted by spaces."""

from situate.model.sentence import Labelled, Sentence, Token


def tree(words: str, *, triggers=(), mentions=()) -> Sentence:
    tokens, text = [], ""
    for index, word in enumerate(words.split()):
        form, lemma, upos, head, relation = word.rsplit("/", 4)
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + form
        tokens.append(
            Token(index, start, start + len(form), form, lemma or form.lower(), upos, int(head) - 1, relation)
        )
    sentence = Sentence(0, len(text), tuple(tokens))
    return Sentence(
        0, len(text), tuple(tokens), mentions=tuple(label(sentence, *m) for m in mentions),
        triggers=tuple(label(sentence, *t) for t in triggers),
    )  # fmt: skip


def label(sentence: Sentence, words: str, name: str, score: float = 0.9) -> Labelled:
    text = text_of(sentence)
    start = text.index(words)
    return Labelled(start, start + len(words), name, score)


def text_of(sentence: Sentence) -> str:
    return " ".join(t.text for t in sentence.tokens)
