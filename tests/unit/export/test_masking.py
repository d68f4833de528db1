from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.export import FORMATS
from situate.export.masking import COARSENED, coarsened, masked
from situate.export.names import MASK, NameMask
from situate.export.view import View
from situate.model.failure import Failure
from situate.model.place import Place
from situate.model.span import Span

_SECRETS = ("Zubayda", "Qandil", "ZUBAYDA", "QANDIL", "zubayda", "qandil")


def exported(view: View, name: str) -> str:
    """All that a reader of the bytes could find, what is packed in them included."""
    stream = io.BytesIO()
    FORMATS[name].write(view, stream, "public")
    data = stream.getvalue()
    if name == "xlsx":
        with zipfile.ZipFile(stream) as book:
            data += b"".join(map(book.read, book.namelist()))
    if name == "parquet":
        data += repr(pytest.importorskip("pyarrow.parquet").read_table(stream).to_pylist()).encode()
    return data.decode("utf-8", "replace")


def leaky(made: ModuleType) -> View:
    """A record that names the private person wherever a string can stand."""
    view = made.siege()
    first = view.reports[0]
    reports = (
        replace(
            first, title="ZUBAYDA QANDIL speaks", url="https://example.org/2017/zubayda-qandil-speaks",
            outlet="Friends of Zubayda Qandil", source_path="/home/qandil/zubayda.txt", extra={"by": "Zubayda Qandil"},
            original_text="زبيدة Zubayda", warnings=("byline Zubayda\nQandil",),
        ),
        *view.reports[1:],
    )  # fmt: skip
    place = replace(made.CITY, id="local:house-of-zubayda-qandil", name="House of Zubayda Qandil")
    actor = replace(made.SAA, id="local:qandil-brigade", name="Qandil Brigade")
    events = (
        replace(view.events[0], place=place, words="Zubayda", why=(("a", "b", "both name Qandil"),)),
        replace(view.events[1], actors=(made.part("actor", actor), made.part("target", made.WITNESS))),
        *view.events[2:],
    )
    spells = (replace(view.spells[0], place=place, criteria="as Qandil’s letter says"), *view.spells[1:])
    dispute = replace(view.contradictions[0], values=(("Zubayda Qandil", view.events[0].claims),), why="Qandil said no")
    failures = (
        Failure(item="/home/qandil/zubayda.pdf", stage="ingest", reason="x", message="of Zubayda", remedy="ask Qandil"),
    )
    return replace(view, reports=reports, events=events, spells=spells, contradictions=(dispute,), failures=failures)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_masked_string_is_anywhere_in_the_bytes(made: ModuleType, name: str) -> None:
    text = exported(leaky(made), name)
    assert [secret for secret in _SECRETS if secret in text] == []
    assert "زبيدة" not in text
    assert "/home/" not in text


def test_the_analyst_sees_the_names(siege: View) -> None:
    stream = io.BytesIO()
    FORMATS["jsonl"].write(siege, stream, "analyst")
    assert b"Zubayda Qandil" in stream.getvalue()


def test_a_mask_stands_where_the_name_stood(siege: View) -> None:
    view = masked(siege)
    assert f"said {MASK}, a teacher in the western pocket. {MASK}’s two sons left" not in view.reports[0].text
    assert f"said {MASK}, a teacher in the western pocket. {MASK} left in 2015." in view.reports[0].text
    assert view.claims[4].speakers[0].evidence.quote == f"{MASK}, a teacher in the western pocket"
    assert view.claims[4].speakers[0].actor is not None
    assert view.claims[4].speakers[0].actor.id == "private:1"


def test_quotes_still_equal_the_words_at_their_place(made: ModuleType) -> None:
    view = masked(leaky(made))
    texts = {report.id: report.text for report in view.reports}
    for claim in view.claims:
        pieces = [claim.trigger, *(r.evidence for r in claim.roles), *(s.evidence for s in claim.speakers)]
        for evidence in pieces:
            assert evidence.quote == evidence.span.of(texts[claim.report])


def test_a_record_without_private_persons_keeps_its_words(made: ModuleType) -> None:
    view = made.siege()
    calm = replace(view, reports=view.reports[1:], claims=view.claims[6:], events=view.events[:6])
    assert [report.text for report in masked(calm).reports] == [report.text for report in calm.reports]
    assert [claim.trigger for claim in masked(calm).claims] == [claim.trigger for claim in calm.claims]


def test_names_are_found_in_pieces_forms_and_over_line_ends() -> None:
    mask = NameMask.of(["Zoë al-Qandil", "خولة"])
    for words in ("Zoë al-Qandil", "ZOË", "Qandil’s", unicodedata.normalize("NFD", "Zoë"), "Zoë\nal-Qandil", "خولة"):
        assert MASK in mask.words(f"so said {words} then")
    assert mask.words("Qandilan dialects, zoology") == "Qandilan dialects, zoology"
    assert mask.names_somebody("https://x.org/zoë-al-qandil.html")


def test_descriptions_and_titles_do_not_mask_common_words() -> None:
    mask = NameMask.of(["A resident of Qasour", "Dr Hala Doumani", "a teacher"])
    assert mask.words("The doctor and a resident of Homs") == "The doctor and a resident of Homs"
    assert mask.words("Doumani, a doctor") == f"{MASK}, a doctor"


@given(st.text(alphabet="aZübQ .,\n’-", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_moved_spans_stay_inside_and_never_cut_a_mask(text: str, one: int, other: int) -> None:
    from situate.export.masking import MaskedText

    start, end = sorted((min(one, len(text)), min(other, len(text))))
    moved = MaskedText(text, NameMask.of(["Züb", "Qaa"]))
    span = moved.span(Span(start, end))
    assert 0 <= span.start <= span.end <= len(moved.text)
    before, after = moved.text[: span.start], moved.text[span.end :]
    assert (before + after).count("[") == (before + after).count("]")


@given(
    st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False), st.floats(0, 100) | st.none()
)  # fmt: skip
def test_coarsening_is_deterministic_bounded_and_never_at_zero(lat: float, lon: float, radius: float | None) -> None:
    if lat == 0 and lon == 0:
        return
    place = coarsened(Place(id="x", name="x", latitude=lat, longitude=lon, radius_km=radius))
    assert place == coarsened(Place(id="x", name="x", latitude=lat, longitude=lon, radius_km=radius))
    assert place.latitude is not None
    assert place.longitude is not None
    assert abs(place.latitude - lat) <= 0.0501
    assert abs(place.longitude - lon) <= 0.0501
    assert place.basis == COARSENED
    assert (place.radius_km or 0) >= 8


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_whom_a_report_names_is_masked_though_no_claim_has_them(made: ModuleType, name: str) -> None:
    view = made.siege()
    first = view.reports[0]
    text = f"{first.text}\nShells killed Ahlam Darqawi, a teacher. Darqawi’s son was hurt. Ahlam was 30."
    told = replace(first, text=text, title="Ahlam Darqawi killed", persons=("Ahlam Darqawi",))
    shown = exported(replace(view, reports=(told, *view.reports[1:])), name)
    assert [secret for secret in ("Darqawi", "Ahlam", "darqawi") if secret in shown] == []


def test_a_word_that_is_also_a_town_is_masked_in_the_name_alone(made: ModuleType) -> None:
    view = made.siege()
    first = view.reports[0]
    town = next(role.place.name for claim in view.claims for role in claim.roles if role.place is not None)
    last = town.split()[-1]
    told = replace(first, text=f"{first.text}\nOmar {last} of {last} died.", persons=(f"Omar {last}",))
    shown = masked(replace(view, reports=(told, *view.reports[1:])))
    assert shown.reports[0].text.endswith(f"\n{MASK} of {last} died.")
    assert shown.reports[0].persons == ()


def test_a_word_that_reports_write_small_is_no_name_by_itself(made: ModuleType) -> None:
    view = made.siege()
    first = view.reports[0]
    told = replace(first, text=f"{first.text}\nThe staff met. Hani Staff left. Staff stayed.", persons=("Hani Staff",))
    shown = masked(replace(view, reports=(told, *view.reports[1:])))
    assert shown.reports[0].text.endswith(f"\nThe staff met. {MASK} left. Staff stayed.")


def test_who_sends_a_message_of_a_chat_is_masked_by_whatever_name(made: ModuleType) -> None:
    view = made.siege()
    text = "[08:12] +963 900 000 000:\nThe road is closed.\n\n[08:13] ~moon:\nmoon light. It is open."
    told = replace(view.reports[0], text=text, outlet="Chat with +963 900 000 000", furniture=(), persons=())
    (report,) = masked(replace(view, reports=(told,), claims=())).reports
    assert report.outlet == "chat"
    assert report.text == f"[08:12] {MASK}:\nThe road is closed.\n\n[08:13] {MASK}:\nmoon light. It is open."
