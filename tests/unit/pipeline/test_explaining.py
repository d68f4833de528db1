from hypothesis import given
from hypothesis import strategies as st

from situate.model.claim import Evidence
from situate.model.span import Span
from situate.pipeline.explaining import quoted

texts = st.text(alphabet="ab \nż\U0001f54a", min_size=1, max_size=60)


@given(texts, st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_a_quote_stands_in_its_own_context(text, one, other, context):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    words = quoted(text, Evidence(span=Span(start, end), quote=text[start:end]), context)
    plain = text.replace("\n", " ")
    before, after = words.before.removeprefix("…"), words.after.removesuffix("…")
    assert words.words == text[start:end]
    assert plain[:start].endswith(before)
    assert plain[end:].startswith(after)
    assert len(before) <= context
    assert len(after) <= context


def test_context_is_cut_between_words():
    text = "one two three four five six seven"
    words = quoted(text, Evidence(span=Span(14, 18), quote="four"), 8)
    assert (words.before, words.after) == ("…three ", " five…")
